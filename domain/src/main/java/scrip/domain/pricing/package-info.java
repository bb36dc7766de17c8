/** What operations cost and purchases are paid with (rules 8, 21, 22). */
@NullMarked
package scrip.domain.pricing;

import org.jspecify.annotations.NullMarked;
