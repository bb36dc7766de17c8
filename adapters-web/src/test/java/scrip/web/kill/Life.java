package scrip.web.kill;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import scrip.web.api.ApiClient;
import scrip.web.api.StripeSandbox;
import scrip.web.site.Surfer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One purchase of 500 credits in a pool of its own, from the order to the event that is worked off. */
final class Life {

    /** What the world outside does about a process that has died. */
    enum Outside {
        /** The client sends his order again, and the gateway its event. */
        TRIES_AGAIN,
        /** The client has gone for good; the gateway sends its event again. */
        CLIENT_GONE,
        /** The gateway never sends an event again: only reconciliation can find it. */
        GATEWAY_SILENT,
        /** The buyer, who had a promo code, was back from the payment page before the gateway told of it. */
        BUYER_BACK
    }

    private static final String API = "/api/v1";
    private static final String WORKSPACES = API + "/operator/workspaces/";
    private static final String CODES = API + "/operator/promo-codes/";
    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String slug = "mortal-" + NUMBERS.incrementAndGet();
    private final Outside outside;
    private final StripeSandbox bank;
    private String key = "";
    private String moment = "never";
    private @Nullable String page;
    private @Nullable String purchase;
    private boolean paid;
    private boolean told;

    Life(Outside outside, StripeSandbox bank) {
        this.outside = outside;
        this.bank = bank;
    }

    /** Makes the pool, with a license and a key of the service that buys. */
    void prepare(ApiClient operator) {
        operator.put(WORKSPACES + slug, "{\"name\":\"Mortal\"}");
        assertThat(operator.put(WORKSPACES + slug + "/license", """
                {"plan":"Pro","builders":1,"creditsPerBuilder":100,"interval":"annual",
                 "startsAt":"2020-01-01T00:00:00Z","endsAt":"2090-01-01T00:00:00Z","timeZone":"UTC"}""").status())
                .isEqualTo(200);
        if (outside == Outside.BUYER_BACK) {
            operator.put(WORKSPACES + slug + "/members/" + buyer(),
                    "{\"name\":\"Ada\",\"role\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
            operator.put(CODES + slug, "{\"percentOff\":10,\"maxRedemptions\":1}");
        }
        key = operator.post(WORKSPACES + slug + "/api-keys",
                "{\"name\":\"ai\",\"scopes\":[\"read\",\"purchase\"]}").at("key");
    }

    private String buyer() {
        return "ada@" + slug + ".test";
    }

    /** @return whether it came to its end; else it stands at that moment until the process is killed */
    boolean liveUntil(MortalNode node, int at) {
        Optional<Surfer> back = outside == Outside.BUYER_BACK ? Optional.of(signedIn(node)) : Optional.empty();
        node.freezeAt(at);
        boolean lived = orders(node) && back.map(buyer -> comesBack(node, buyer)).orElseGet(() -> hears(node));
        if (!lived) {
            moment = node.moment();
        }
        node.freezeAt(0);
        return lived;
    }

    /** Nobody closes his browser: it may wait for a process that never answers. */
    private Surfer signedIn(MortalNode node) {
        Surfer buyer = new Surfer(node.port());
        assertThat(buyer.signIn(buyer(), PASSWORD).statusCode()).isEqualTo(302);
        return buyer;
    }

    private boolean orders(MortalNode node) {
        CompletableFuture<ApiClient.Reply> ordered = CompletableFuture.supplyAsync(() -> order(node));
        return node.survives(ordered) && pay(ordered.join());
    }

    private ApiClient.Reply order(MortalNode node) {
        String code = outside == Outside.BUYER_BACK ? ",\"promoCode\":\"" + slug + "\"" : "";
        return node.client(key).post(API + "/purchases", slug, "{\"credits\":500" + code + "}");
    }

    private boolean pay(ApiClient.Reply ordered) {
        assertThat(ordered.status()).as(ordered.response().body()).isEqualTo(201);
        page = ordered.at("checkoutUrl");
        purchase = ordered.at("id");
        bank.pay(page);
        paid = true;
        return true;
    }

    private boolean hears(MortalNode node) {
        CompletableFuture<Void> acknowledged = CompletableFuture.runAsync(() -> tell(node));
        told = node.survives(acknowledged);
        return told && node.survives(node.worked());
    }

    private void tell(MortalNode node) {
        String event = bank.completed(String.valueOf(purchase));
        assertThat(node.client("").webhook(event, StripeSandbox.signature(event)).status()).isEqualTo(200);
    }

    private boolean comesBack(MortalNode node, Surfer buyer) {
        String session = String.valueOf(page).replaceFirst(".*/", "");
        return node.survives(CompletableFuture.supplyAsync(
                () -> buyer.get("/" + slug + "/settings/subscription?checkout=" + session)));
    }

    /** @return the page on which it is to be paid */
    String opened(MortalNode node) {
        return order(node).at("checkoutUrl");
    }

    boolean isPaid(MortalNode node) {
        ApiClient service = node.client(key);
        return service.get(API + "/purchases").at("purchases.0.status").equals("paid")
                && service.get(API + "/balance").at("addOn.available").equals("500");
    }

    /** The process has died and another is there. */
    void goOn(MortalNode another) {
        if (!paid && outside != Outside.CLIENT_GONE) {
            pay(order(another));
        }
        if (paid && !told && outside != Outside.GATEWAY_SILENT) {
            tell(another);
        }
    }

    /** Paid and credited exactly once, or not charged. */
    void assertItEndedWell(MortalNode node, ApiClient operator) {
        String of = slug + ", killed " + moment + ", " + outside;
        ApiClient service = node.client(key);
        JsonNode purchases = service.get(API + "/purchases").json().get("purchases");
        long credited = service.get(API + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("purchase")).count();
        assertThat(credited).as("times that it is credited: %s", of).isEqualTo(paid ? 1 : 0);
        assertThat(service.get(API + "/balance").at("addOn.available")).as(of).isEqualTo(paid ? "500" : "0");
        assertThat(purchases).as(of).hasSizeLessThanOrEqualTo(1).allSatisfy(one -> {
            assertThat(one.get("status").asString()).as(of).isEqualTo(paid ? "paid" : "expired");
            assertThat(bank.charges(one.get("id").asString())).as("charges: %s", of).isEqualTo(paid ? 1 : 0);
        });
        if (outside == Outside.BUYER_BACK) {
            assertThat(operator.get(CODES + slug).at("redemptions")).as(of).isEqualTo("1");
        }
    }

    @Override
    public String toString() {
        return moment;
    }
}
