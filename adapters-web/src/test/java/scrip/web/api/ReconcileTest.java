package scrip.web.api;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scrip.application.payment.VerifiedEvent;
import scrip.application.purchase.InMemoryInbox;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 26 over HTTP: reconciliation on demand, and the inbox for the operator")
class ReconcileTest extends ApiTest {

    private static final String RECONCILE = V1 + "/operator/reconcile";
    private static final String EVENTS = V1 + "/operator/events";

    @Autowired
    FakeGateway gateway;
    @Autowired
    InMemoryInbox inbox;

    @AfterEach
    void up() {
        gateway.down = false;
    }

    @Test
    void a_payment_that_nobody_told_of_is_found_and_credited_once() {
        ApiClient service = aServiceWith(500);
        service.post(V1 + "/purchases", "{\"credits\":500}");
        gateway.paid();

        var first = operator().post(RECONCILE, "");
        var second = operator().post(RECONCILE, "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("fulfilled")).isEqualTo("1");
        assertThat(first.json().get("checked").asInt()).isPositive();
        assertThat(first.at("gatewayReached")).isEqualTo("true");
        assertThat(second.at("fulfilled")).isEqualTo("0");
        assertThat(service.get(V1 + "/balance").at("addOn.available")).isEqualTo("500");
        assertThat(service.get(V1 + "/purchases").at("purchases.0.status")).isEqualTo("paid");
    }

    @Test
    void a_gateway_that_is_down_is_told_and_changes_nothing() {
        gateway.down = true;

        var report = operator().post(RECONCILE, "");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.at("gatewayReached")).isEqualTo("false");
        assertThat(report.at("complete")).isEqualTo("false");
        assertThat(report.at("fulfilled")).isEqualTo("0");
    }

    @Test
    void only_the_operator_reconciles() {
        assertThat(aServiceWith(500).post(RECONCILE, "").status()).isEqualTo(403);
        assertThat(nobody().post(RECONCILE, "").status()).isEqualTo(401);
        assertThat(aServiceWith(500).get(EVENTS).status()).isEqualTo(403);
    }

    @Test
    void a_dead_letter_is_listed_with_the_reason_and_replayed() {
        inbox.store(new VerifiedEvent("evt_dead", "charge.refunded", ApiFixture.TODAY, "{}"), ApiFixture.TODAY);
        inbox.failed("evt_dead", "differs", null);

        var dead = operator().get(EVENTS + "?status=dead");
        int replayed = operator().post(EVENTS + "/evt_dead/replay", "").status();

        assertThat(dead.at("events.0.id")).isEqualTo("evt_dead");
        assertThat(dead.at("events.0.status")).isEqualTo("dead");
        assertThat(dead.at("events.0.detail")).isEqualTo("differs");
        assertThat(dead.json().get("next").isNull()).isTrue();
        assertThat(replayed).isEqualTo(204);
        assertThat(inbox.dead()).isZero();
    }

    @Test
    void an_event_or_a_standing_that_is_none_is_refused() {
        assertThat(operator().post(EVENTS + "/evt_none/replay", "").at("code")).isEqualTo("not_found");
        assertThat(operator().get(EVENTS + "?status=lost").at("errors.0.field")).isEqualTo("status");
        assertThat(operator().get(EVENTS + "?before=evt_none").json().get("events")).isEmpty();
    }
}
