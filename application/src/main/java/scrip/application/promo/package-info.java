/** Redeeming promo codes (rule 27) and the port to where they are kept. */
@NullMarked
package scrip.application.promo;

import org.jspecify.annotations.NullMarked;
