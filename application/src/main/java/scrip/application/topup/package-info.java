/** Buying add-on credits by itself with a saved card. */
@NullMarked
package scrip.application.topup;

import org.jspecify.annotations.NullMarked;
