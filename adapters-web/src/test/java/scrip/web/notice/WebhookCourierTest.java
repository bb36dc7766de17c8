package scrip.web.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.application.notice.Channel;
import scrip.application.notice.Courier.Sent;
import scrip.application.notice.Delivery;
import scrip.application.notice.Delivery.Progress;
import scrip.application.notice.Delivery.Status;
import scrip.application.notice.Delivery.Target;
import scrip.application.notice.Posted;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.workspace.InMemoryWorkspaceStore;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 31: signed webhooks, taken by a receiver that checks them by itself. */
class WebhookCourierTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.000001Z");
    private static final Instant WALL = Instant.parse("2026-01-02T03:04:05Z");
    private static final PoolId POOL = new PoolId(4711);

    private final Receiver receiver = new Receiver();
    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final InMemoryWorkspaceStore workspaces = new InMemoryWorkspaceStore(pools::create);
    private final Desk desk = new Desk(pools, () -> NOW, Terms.DEFAULT, Desk.Limits.DEFAULT);
    private final WebhookCourier courier = new WebhookCourier(
            List.of(new Endpoint(new NoticeSettings.Webhook(URI.create(receiver.url("/hook?a=b")), Receiver.SECRET))),
            new Workspaces(workspaces, desk, () -> NOW, new SplittableRandom(1)), () -> WALL);

    WebhookCourierTest() {
        workspaces.create(new Workspace(POOL, "nexuscorp", "Nexus ☃", NOW), CreditPool.open(POOL, NOW));
    }

    @AfterEach
    void close() {
        courier.close();
        desk.close();
        receiver.close();
    }

    private static Posted posted(Matter matter) {
        return new Posted(POOL, new Notice(7, NOW, matter), NOW);
    }

    private static Matter low() {
        return new Matter.Low(20, Credits.ofMicros(19_500_000), Credits.of(100), Credits.of(319),
                Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static Delivery to(String address, Matter matter) {
        return new Delivery(posted(matter), new Target(Channel.WEBHOOK, address),
                new Progress(Status.WAITING, NOW, NOW, 1, NOW, null, ""));
    }

    private Sent send(Matter matter) {
        return courier.send(to(receiver.url("/hook?a=b"), matter));
    }

    @Test
    void a_notice_is_posted_signed_with_its_id_and_the_time_on_the_wall() {
        assertThat(send(low())).isEqualTo(new Sent.Arrived("HTTP 204"));

        assertThat(receiver.received()).singleElement().satisfies(got -> {
            assertThat(got.genuine()).isTrue();
            assertThat(got.path()).isEqualTo("/hook");
            assertThat(got.id()).isEqualTo("notice_4k7_7");
            assertThat(got.timestamp()).isEqualTo(WALL.getEpochSecond());
            assertThat(got.body()).isEqualTo("""
                    {"type":"credits.low","timestamp":"2026-11-24T12:00:00.000001Z",\
                    "data":{"id":"notice_4k7_7","workspace":"nexuscorp","percent":20,"left":19.5,"granted":100,\
                    "available":319,"renewsAt":"2026-12-01T00:00:00Z"}}""");
        });
    }

    @Test
    void sent_again_it_has_the_same_id() {
        send(low());
        send(low());

        assertThat(receiver.received()).hasSize(2).extracting(Receiver.Received::id).containsOnly("notice_4k7_7");
    }

    @Test
    void every_kind_has_its_type_and_its_data() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        send(new Matter.Exhausted(Credits.of(100), Credits.ZERO, end));
        send(new Matter.AddOnEnding(30, Credits.of(300), end));
        send(new Matter.PlanChanged("Team", 5, Credits.of(4_000)));
        send(new Matter.PlanChanged(null, 0, Credits.of(100)));
        send(new Matter.PaymentFailed("pur_1", Credits.of(500)));

        assertThat(receiver.received()).allMatch(Receiver.Received::genuine).extracting(got -> got.body()
                .replaceAll("\"timestamp\":\"[^\"]*\",\"data\":\\{\"id\":\"[^\"]*\",\"workspace\":\"nexuscorp\",", "{"))
                .containsExactly(
                        """
                                {"type":"credits.exhausted",{"granted":100,"available":0,"renewsAt":"2027-01-01T00:00:00Z"}}""",
                        """
                                {"type":"add_on.ending",{"days":30,"credits":300,"endsAt":"2027-01-01T00:00:00Z"}}""",
                        """
                                {"type":"plan.changed",{"plan":"Team","builders":5,"monthlyCredits":4000}}""",
                        """
                                {"type":"plan.changed",{"plan":null,"builders":0,"monthlyCredits":100}}""",
                        """
                                {"type":"payment.failed",{"purchase":"pur_1","credits":500}}""");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 404, 500, 503})
    void anything_but_success_is_tried_again_and_a_redirect_is_followed_nowhere(int status) {
        receiver.answer(status);

        assertThat(send(low())).isEqualTo(new Sent.Failed("HTTP " + status));
        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/hook");
    }

    @Test
    void an_endpoint_that_is_gone_or_no_longer_configured_is_given_up() {
        receiver.answer(410);

        assertThat(send(low())).isInstanceOf(Sent.Refused.class);
        assertThat(courier.send(to("https://elsewhere.example/", low()))).isInstanceOf(Sent.Refused.class);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        receiver.close();

        assertThat(send(low())).isInstanceOf(Sent.Failed.class);
    }

    @Test
    void every_configured_endpoint_is_sent_to() {
        assertThat(courier.addresses(posted(low()))).containsExactly(receiver.url("/hook?a=b"));
    }
}
