package scrip.payment.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The receipt of a payment, which {@code receipt_url} leads to. */
final class ReceiptPage {

    private final SandboxStore store;
    private final SandboxPages pages;

    ReceiptPage(SandboxStore store, SandboxPages pages) {
        this.store = store;
        this.pages = pages;
    }

    /**
     * What the template shows.
     *
     * @param lines
     *            what was bought, empty for payments without a page
     * @param discount
     *            what a coupon took off, empty without one
     * @param coupon
     *            its name
     * @param refunded
     *            what was paid back, empty while nothing was
     */
    record View(String id, List<CheckoutPage.Line> lines, String subtotal, String discount, String coupon, String total,
            String refunded, String paidAt) {}

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET(Sandbox.PATH + "/receipts/{id}", this::show).build();
    }

    private ServerResponse show(ServerRequest request) {
        return store.find(Kind.CHARGE, request.pathVariable("id"))
                .map(charge -> pages.show("receipt", Map.of("receipt", view(charge))))
                .orElseGet(() -> pages.show(404, "gone", Map.of(), List.of()));
    }

    private View view(JsonObject charge) {
        String id = Fields.text(charge, "id").orElse("");
        String currency = Fields.text(charge, "currency").orElse("");
        JsonObject receipt = store.find(Kind.RECEIPT, id).orElseGet(() -> amountAlone(charge));
        List<CheckoutPage.Line> lines = StreamSupport.stream(receipt.getAsJsonArray("lines").spliterator(), false)
                .map(JsonElement::getAsJsonObject).map(line -> CheckoutPage.line(line, currency)).toList();
        return new View(id, lines, money(receipt, "subtotal", currency), moneyIfAny(receipt, "discount", currency),
                Fields.text(receipt, "coupon").orElse(""), money(charge, "amount", currency),
                moneyIfAny(charge, "amount_refunded", currency), SandboxPages.time(Fields.created(charge)));
    }

    /** A charge that was made before receipts were kept. */
    private static JsonObject amountAlone(JsonObject charge) {
        return new Fields().put("lines", Fields.list()).put("subtotal", Fields.number(charge, "amount")).json();
    }

    private static String money(JsonObject object, String field, String currency) {
        return SandboxPages.money(Fields.number(object, field), currency);
    }

    private static String moneyIfAny(JsonObject object, String field, String currency) {
        return Fields.number(object, field) == 0 ? "" : money(object, field, currency);
    }
}
