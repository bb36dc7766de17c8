package scrip.web.api.buying;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutOrder;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;

/** Reads what a service wants to buy. */
final class BuyingInput {

    private static final long MOST_CREDITS = 1_000_000_000;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_URL = 2_000;
    private static final String SESSION_PARAMETER = "session_id=" + CheckoutOrder.Returns.SESSION;
    private static final Kind<Long> CREDITS = Kinds.whole(1, MOST_CREDITS);
    private static final Kind<String> CODE = Kinds.text(LONGEST_CODE);

    private BuyingInput() {}

    /**
     * How many credits, and at which discount.
     *
     * @param promoCode
     *            as typed
     */
    record Wish(long credits, @Nullable String promoCode) {

        static @Nullable Wish of(Fields in) {
            Field<Long> credits = in.required("credits", CREDITS);
            Field<String> promoCode = in.optional("promoCode", CODE);
            return in.valid(() -> new Wish(credits.get(), promoCode.orNull()));
        }
    }

    /** A wish with the addresses to come back to. */
    record PlacedOrder(Wish wish, @Nullable String successUrl, @Nullable URI cancelUrl) {

        static @Nullable PlacedOrder of(Fields in) {
            Wish wish = Wish.of(in);
            Field<String> success = in.optional("successUrl", Kinds.parsed(LONGEST_URL, BuyingInput::successUrl));
            Field<URI> cancel = in.optional("cancelUrl", Kinds.parsed(LONGEST_URL, BuyingInput::url));
            return wish == null ? null
                    : in.valid(() -> new PlacedOrder(wish, success.orNull(), cancel.orNull()));
        }
    }

    /** @return the address with a place for the checkout's id, which is no character of addresses otherwise */
    private static String successUrl(String text) {
        URI plain = url(text.replace(CheckoutOrder.Returns.SESSION, "session"));
        return text.contains(CheckoutOrder.Returns.SESSION) ? text : withSession(text, plain);
    }

    /** @return the address with the checkout's id among its parameters */
    private static String withSession(String text, URI plain) {
        String beforeFragment = text.split("#", 2)[0];
        String fragment = text.substring(beforeFragment.length());
        return beforeFragment + (plain.getRawQuery() == null ? "?" : "&") + SESSION_PARAMETER + fragment;
    }

    private static URI url(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as for an address that is not one of the web.
        }
        throw new IllegalArgumentException("must be an address with http or https");
    }
}
