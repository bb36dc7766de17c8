package scrip.payment.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page to pay on: the sandbox's counterpart of Stripe's hosted checkout. */
final class CheckoutPage {

    private static final String ADDRESS = Sandbox.PATH + "/pay/{id}";
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

    private final SandboxCheckouts checkouts;
    private final SandboxCards cards;
    private final SandboxPages pages;
    private final Turn turn;

    CheckoutPage(SandboxCheckouts checkouts, SandboxCards cards, SandboxPages pages, Turn turn) {
        this.checkouts = checkouts;
        this.cards = cards;
        this.pages = pages;
        this.turn = turn;
    }

    /** What the template shows. */
    record View(String id, String state, List<Line> lines, String subtotal, String discount, String total, String email,
            String back, boolean declined) {}

    /** One position of what is bought. */
    record Line(String name, long quantity, String each, String sum) {}

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET(ADDRESS, this::show).POST(ADDRESS, this::act)
                .GET(Sandbox.PATH + "/assets/sandbox.css", CheckoutPage::stylesheet).build();
    }

    private ServerResponse show(ServerRequest request) {
        return turn.take(() -> checkouts.current(request.pathVariable("id")))
                .map(session -> page(session, request.param("declined").isPresent())).orElseGet(this::gone);
    }

    private ServerResponse act(ServerRequest request) {
        String id = request.pathVariable("id");
        Optional<JsonObject> before = turn.take(() -> checkouts.current(id));
        if (before.isEmpty()) {
            return gone();
        }
        boolean open = SandboxCheckouts.isOpen(before.get());
        return SandboxPages.goTo(switch (request.param("action").orElse("")) {
            case "pay" -> open ? done(before.get(), () -> checkouts.pay(id)) : here(id);
            case "later" -> open ? done(before.get(), () -> checkouts.completeUnpaid(id)) : here(id);
            case "save" -> open ? done(before.get(), () -> cards.save(id, true)) : here(id);
            case "save-bad" -> open ? done(before.get(), () -> cards.save(id, false)) : here(id);
            case "decline" -> here(id) + (open ? "?declined" : "");
            case "cancel" -> Fields.text(before.get(), "cancel_url").orElse(here(id));
            case "arrive" -> stay(id, () -> checkouts.settle(id, true));
            case "fail" -> stay(id, () -> checkouts.settle(id, false));
            default -> here(id);
        });
    }

    private String done(JsonObject session, Runnable work) {
        turn.run(work);
        return successUrl(session);
    }

    private String stay(String id, Runnable work) {
        turn.run(work);
        return here(id);
    }

    private ServerResponse page(JsonObject session, boolean declined) {
        if (SandboxCards.isSetup(session)) {
            return pages.show(200, "card", Map.of("id", Fields.text(session, "id").orElse(""), "open",
                    SandboxCheckouts.isOpen(session), "back", back(session)), origins(session));
        }
        return pages.show(200, "checkout", Map.of("checkout", view(session, declined)), origins(session));
    }

    private static List<String> origins(JsonObject session) {
        return Stream.of(Fields.text(session, "success_url"), Fields.text(session, "cancel_url"))
                .flatMap(Optional::stream)
                .flatMap(url -> ORIGIN.matcher(url).results().limit(1).map(found -> found.group())).distinct().toList();
    }

    private ServerResponse gone() {
        return pages.show(404, "gone", Map.of(), List.of());
    }

    private static View view(JsonObject session, boolean declined) {
        String currency = Fields.text(session, "currency").orElse("");
        long off = Fields.number(session, "amount_subtotal") - Fields.number(session, "amount_total");
        List<Line> lines = StreamSupport.stream(session.getAsJsonArray("line_items").spliterator(), false)
                .map(JsonElement::getAsJsonObject).map(line -> line(line, currency)).toList();
        return new View(Fields.text(session, "id").orElse(""), state(session), lines,
                SandboxPages.money(Fields.number(session, "amount_subtotal"), currency),
                off == 0 ? "" : SandboxPages.money(off, currency),
                SandboxPages.money(Fields.number(session, "amount_total"), currency),
                Fields.text(session, "customer_email").orElse(""), back(session), declined);
    }

    static Line line(JsonObject line, String currency) {
        long quantity = Fields.number(line, "quantity");
        long each = Fields.number(line, "unit_amount");
        return new Line(Fields.text(line, "description").orElse(""), quantity, SandboxPages.money(each, currency),
                SandboxPages.money(quantity * each, currency));
    }

    private static String state(JsonObject session) {
        if (SandboxCheckouts.isWaiting(session)) {
            return "waiting";
        }
        String status = Fields.text(session, "status").orElse("");
        boolean failed = "complete".equals(status)
                && Fields.text(session, "payment_status").filter("unpaid"::equals).isPresent();
        return failed ? "failed" : status;
    }

    private static String back(JsonObject session) {
        return SandboxCheckouts.isOpen(session)
                ? Fields.text(session, "cancel_url").orElse("")
                : successUrl(session);
    }

    private static String successUrl(JsonObject session) {
        return Fields.text(session, "success_url").orElse("").replace("{CHECKOUT_SESSION_ID}",
                Fields.text(session, "id").orElse(""));
    }

    /** Relative to the page itself, so that it holds below any context path. */
    private static String here(String id) {
        return id;
    }

    private static ServerResponse stylesheet(ServerRequest request) throws IOException {
        byte[] css = new ClassPathResource("sandbox.css", CheckoutPage.class).getContentAsByteArray();
        return ServerResponse.ok().contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .header("Cache-Control", "max-age=300").body(css);
    }
}
