package scrip.web.buy;

import org.jspecify.annotations.Nullable;

/**
 * How a payment ended, told at the top of the settings page by the fragment {@code payment :: result}.
 *
 * @param state {@code received}, {@code confirming}, {@code cancelled} or {@code failed}
 * @param credits how many credits it is about
 * @param refreshUrl answers with the fragment anew (model attribute {@code payment}) while confirming, else null
 * @param reloadUrl the settings page that shows this payment, for readers without JavaScript
 */
public record PaymentReturn(String state, String credits, @Nullable String refreshUrl, String reloadUrl) {}
