/** Promo codes and their redemptions. */
@NullMarked
package scrip.persistence.promo;

import org.jspecify.annotations.NullMarked;
