/** The life of a purchase of add-on credits (rules 8, 25 and 29). */
@NullMarked
package scrip.domain.purchase;

import org.jspecify.annotations.NullMarked;
