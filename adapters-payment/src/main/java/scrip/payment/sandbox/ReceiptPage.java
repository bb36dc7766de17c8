package scrip.payment.sandbox;

import java.util.List;
import java.util.Map;

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

    /** What the template shows. */
    record View(String id, String amount, String refunded, String paidAt) {}

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET(Sandbox.PATH + "/receipts/{id}", this::show).build();
    }

    private ServerResponse show(ServerRequest request) {
        return store.find(Kind.CHARGE, request.pathVariable("id"))
                .map(charge -> pages.show("receipt", Map.of("receipt", view(charge))))
                .orElseGet(() -> pages.show(404, "gone", Map.of(), List.of()));
    }

    private static View view(JsonObject charge) {
        String currency = Fields.text(charge, "currency").orElse("");
        long refunded = Fields.number(charge, "amount_refunded");
        return new View(Fields.text(charge, "id").orElse(""),
                SandboxPages.money(Fields.number(charge, "amount"), currency),
                refunded == 0 ? "" : SandboxPages.money(refunded, currency),
                SandboxPages.time(Fields.created(charge)));
    }
}
