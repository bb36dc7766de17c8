/** Automatic top-up on the settings page: its card, its form and the way to save a card. */
@NullMarked
package scrip.web.topup;

import org.jspecify.annotations.NullMarked;
