package scrip.payment.sandbox;

import java.util.Map;

import com.google.gson.JsonObject;

/** The sandbox as it would have been at an instant of the past, for payments that are put on record afterwards. */
public final class SandboxPast {

    private static final Params WITH_CHARGE = new Params(Map.of("expand[0]", "payment_intent.latest_charge"));

    private final SandboxCheckouts checkouts;
    private final Expansion expansion;
    private final Turn turn;

    SandboxPast(SandboxCheckouts checkouts, Expansion expansion, Turn turn) {
        this.checkouts = checkouts;
        this.expansion = expansion;
        this.turn = turn;
    }

    /**
     * @param request
     *            as {@code POST /v1/checkout/sessions} has it
     * @return the session
     * @throws IllegalArgumentException
     *             if it would have been refused
     */
    public JsonObject open(Map<String, String> request) {
        Answer opened = turn.take(() -> checkouts.create(new Params(request)));
        if (!opened.isOk()) {
            throw new IllegalArgumentException("the sandbox would have refused it: " + opened.body());
        }
        return opened.body();
    }

    /**
     * The buyer completes the page.
     *
     * @param succeeds
     *            whether the money came
     * @return the session with its payment and charge
     */
    public JsonObject end(String session, boolean succeeds) {
        return turn.take(() -> {
            if (succeeds) {
                checkouts.pay(session);
            } else {
                checkouts.completeUnpaid(session);
                checkouts.settle(session, false);
            }
            return expansion.expand(checkouts.find(session).body(), WITH_CHARGE);
        });
    }
}
