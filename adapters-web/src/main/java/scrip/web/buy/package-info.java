/** Get AI credits: the form, its live quote and what the payment came to, as templates see them. */
@NullMarked
package scrip.web.buy;

import org.jspecify.annotations.NullMarked;
