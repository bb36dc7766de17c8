/** The amount type: credits as whole micro-credits, never floating point. */
@NullMarked
package scrip.domain.credit;

import org.jspecify.annotations.NullMarked;
