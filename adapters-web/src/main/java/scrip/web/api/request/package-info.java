/** What every request brings: its caller, its key, its body. */
@NullMarked
package scrip.web.api.request;

import org.jspecify.annotations.NullMarked;
