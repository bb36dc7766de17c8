package scrip.payment.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.google.gson.JsonObject;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The sandbox's counterpart of Stripe's dashboard: refunds, disputes, deliveries and their troubles at a click. */
final class DashboardPage {

    private static final int ROWS = 50;

    private final SandboxStore store;
    private final SandboxMoney money;
    private final SandboxDeliveries deliveries;
    private final SandboxPages pages;
    private final Turn turn;

    DashboardPage(SandboxStore store, SandboxMoney money, SandboxDeliveries deliveries, SandboxPages pages,
            Turn turn) {
        this.store = store;
        this.money = money;
        this.deliveries = deliveries;
        this.pages = pages;
        this.turn = turn;
    }

    /** A row of any of the tables. */
    record Row(String id, String what, String amount, String status, String at, String purchase, boolean actable) {}

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET(Sandbox.PATH, this::show).POST(Sandbox.PATH, this::act).build();
    }

    private ServerResponse show(ServerRequest request) {
        CsrfToken token = (CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName());
        return pages.show("dashboard", Map.of("sessions", rows(Kind.SESSION, DashboardPage::session), "charges",
                rows(Kind.CHARGE, DashboardPage::charge), "refunds", rows(Kind.REFUND, DashboardPage::refund),
                "disputes", rows(Kind.DISPUTE, DashboardPage::dispute), "events",
                rows(Kind.EVENT, DashboardPage::event), "switches", deliveries.switches(), "csrfName",
                token == null ? "" : token.getParameterName(), "csrf", token == null ? "" : token.getToken()));
    }

    private ServerResponse act(ServerRequest request) {
        String id = request.param("id").orElse("");
        turn.run(() -> {
            switch (request.param("action").orElse("")) {
                case "refund" -> refund(id, request.param("amount").orElse(""));
                case "fail-refund" -> money.failRefund(id);
                case "dispute" -> money.dispute(id);
                case "won" -> money.decide(id, true);
                case "lost" -> money.decide(id, false);
                case "send" -> store.find(Kind.EVENT, id).ifPresent(deliveries::send);
                case "switches" -> deliveries.set(switches(request));
                default -> {
                    // An action that this version does not know changes nothing.
                }
            }
        });
        return SandboxPages.goTo("stripe");
    }

    private void refund(String charge, String amount) {
        money.refund(new Params(Map.of("charge", charge, "amount", amount)));
    }

    private static DeliverySwitches switches(ServerRequest request) {
        String delay = request.param("delay").filter(given -> given.matches("\\d{1,3}")).orElse("0");
        return new DeliverySwitches(request.param("duplicates").isPresent(), request.param("reordered").isPresent(),
                Integer.parseInt(delay), request.param("lost").isPresent(), request.param("declines").isPresent());
    }

    private List<Row> rows(Kind kind, Function<JsonObject, Row> row) {
        return store.newest(kind, 0, null, ROWS).stream().map(row).toList();
    }

    private static Row session(JsonObject session) {
        String status = Fields.text(session, "status").orElse("");
        String payment = Fields.text(session, "payment_status").orElse("");
        return row(session, payment, amount(session, "amount_total"), status,
                SandboxCheckouts.isOpen(session) || SandboxCheckouts.isWaiting(session));
    }

    private static Row charge(JsonObject charge) {
        boolean disputed = charge.get("disputed").getAsBoolean();
        boolean paid = Fields.text(charge, "status").filter("succeeded"::equals).isPresent();
        boolean left = Fields.number(charge, "amount_refunded") < Fields.number(charge, "amount");
        return row(charge, amount(charge, "amount_refunded"), amount(charge, "amount"),
                disputed ? "disputed" : Fields.text(charge, "status").orElse(""), paid && left && !disputed);
    }

    private static Row refund(JsonObject refund) {
        String status = Fields.text(refund, "status").orElse("");
        return row(refund, Fields.text(refund, "charge").orElse(""), amount(refund, "amount"), status,
                "succeeded".equals(status));
    }

    private static Row dispute(JsonObject dispute) {
        String status = Fields.text(dispute, "status").orElse("");
        return row(dispute, Fields.text(dispute, "charge").orElse(""), amount(dispute, "amount"), status,
                "needs_response".equals(status));
    }

    private static Row event(JsonObject event) {
        return row(event, SandboxEvents.typeOf(event), "",
                SandboxDeliveries.isPending(event) ? "pending" : "delivered", true);
    }

    private static Row row(JsonObject object, String what, String amount, String status, boolean actable) {
        String purchase = object.get("metadata") instanceof JsonObject metadata
                ? Fields.text(metadata, "purchase").orElse("")
                : "";
        return new Row(Fields.text(object, "id").orElse(""), what, amount, status,
                SandboxPages.time(Fields.created(object)), purchase, actable);
    }

    private static String amount(JsonObject object, String field) {
        return SandboxPages.money(Fields.number(object, field), Fields.text(object, "currency").orElse(""));
    }
}
