package scrip.web.api;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scrip.application.purchase.Checkouts;
import scrip.application.purchase.PurchaseStore;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 28 over HTTP")
class OperatorRefundTest extends ApiTest {

    @Autowired
    FakeGateway gateway;
    @Autowired
    Checkouts checkouts;
    @Autowired
    PurchaseStore purchases;

    private ApiClient service;

    @AfterEach
    void up() {
        gateway.down = false;
    }

    private String ordered() {
        service = aServiceWith(0);
        return service.post(V1 + "/purchases", "{\"credits\":500}").at("id");
    }

    private String bought() {
        String id = ordered();
        checkouts.returned(purchases.byId(id).orElseThrow().pool(), gateway.paid());
        assertThat(balance()).isEqualTo("500");
        return id;
    }

    private String balance() {
        return service.get(V1 + "/balance").at("available");
    }

    private ApiClient.Reply refund(String purchase, String key) {
        return operator().post(V1 + "/operator/purchases/" + purchase + "/refund", key, "{\"reason\":\"unused\"}");
    }

    @Test
    void the_unused_part_is_paid_back_once() {
        String id = bought();
        service.post(V1 + "/charges", hold("\"credits\":100.5"));

        var first = refund(id, "refund-" + id);
        var again = refund(id, "refund-" + id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.response().body())
                .isEqualTo("{\"credits\":399,\"amount\":{\"value\":399,\"currency\":\"usd\"}}");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(balance()).isEqualTo("0.5");
        assertThat(service.get(V1 + "/purchases").at("purchases.0.status")).isEqualTo("partially_refunded");
    }

    @Test
    void what_cannot_be_paid_back_says_why() {
        String unpaid = ordered();
        var notPaid = refund(unpaid, ApiClient.newKey());
        String id = bought();
        refund(id, ApiClient.newKey());
        var twice = refund(id, ApiClient.newKey());

        assertThat(notPaid.status()).isEqualTo(409);
        assertThat(notPaid.at("code")).isEqualTo("purchase_not_refundable");
        assertThat(notPaid.at("reason")).isEqualTo("unpaid");
        assertThat(twice.at("reason")).isEqualTo("already_refunded");
        assertThat(refund("pur_none", ApiClient.newKey()).status()).isEqualTo(404);
    }

    @Test
    void a_gateway_that_is_down_is_asked_again_under_the_same_key() {
        String id = bought();
        gateway.down = true;
        var refused = refund(id, "down-" + id);
        gateway.down = false;
        var done = refund(id, "down-" + id);

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.at("code")).isEqualTo("payment_unavailable");
        assertThat(balance()).isEqualTo("0");
        assertThat(done.at("credits")).isEqualTo("500");
    }

    @Test
    void it_needs_a_key_and_the_operator() {
        String id = bought();
        String path = V1 + "/operator/purchases/" + id + "/refund";

        assertThat(operator().send(operator().json(path)
                .POST(BodyPublishers.ofString("{\"reason\":\"x\"}"))).at("code"))
                .isEqualTo("idempotency_key_missing");
        assertThat(service.post(path, "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(nobody().post(path, "{\"reason\":\"x\"}").status()).isEqualTo(401);
    }
}
