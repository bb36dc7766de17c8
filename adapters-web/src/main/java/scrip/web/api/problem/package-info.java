/** Refusals and failures as problem details (RFC 9457) with stable codes. */
@NullMarked
package scrip.web.api.problem;

import org.jspecify.annotations.NullMarked;
