/** Reads rate cards. */
@NullMarked
package scrip.web.pricing;

import org.jspecify.annotations.NullMarked;
