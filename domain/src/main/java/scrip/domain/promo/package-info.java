/** Promo codes: what they give, when, and to whom (rule 27). */
@NullMarked
package scrip.domain.promo;

import org.jspecify.annotations.NullMarked;
