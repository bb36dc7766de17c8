/** License keys and the command that makes them. */
@NullMarked
package scrip.web.license;

import org.jspecify.annotations.NullMarked;
