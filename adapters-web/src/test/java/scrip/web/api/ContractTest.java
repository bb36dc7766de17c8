package scrip.web.api;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.web.api.ApiClient.Reply;
import scrip.web.api.problem.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is really answered is what the contract at {@code /v3/api-docs} says, and nothing besides. */
class ContractTest extends ApiTest {

    private static final String OPERATOR = "/operator/workspaces/{slug}";

    private Contract contract;
    private String slug;
    private ApiClient service;

    @BeforeEach
    void a_workspace() {
        contract = new Contract(nobody().get("/v3/api-docs").json());
        slug = aWorkspaceWith(500);
        service = serviceOf(slug, "meter", "read", "purchase");
    }

    private Reply fits(String method, String path, int status, Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(contract.complaintsAbout(method, path, reply)).as(method + " " + path).isEmpty();
        return reply;
    }

    @Test
    void of_metering() {
        Reply held = fits("post", "/holds", 201, service.post(V1 + "/holds", hold("\"credits\":20,\"ceiling\":30")));
        String path = V1 + "/holds/" + held.at("id");
        fits("get", "/holds/{id}", 200, service.get(path));
        fits("post", "/holds/{id}/extend", 200, service.post(path + "/extend", "{\"ttlSeconds\":60}"));
        Reply charged = fits("post", "/holds/{id}/settle", 200, service.post(path + "/settle",
                "{\"usage\":[{\"model\":\"large\",\"inputTokens\":2000,\"cachedInputTokens\":100,\"outputTokens\":50}]}"));
        fits("post", "/holds/{id}/release", 409, service.post(path + "/release", "{}"));
        fits("post", "/charges/{id}/refund", 200,
                service.post(V1 + "/charges/" + charged.at("id") + "/refund", "{\"reason\":\"reverted\"}"));
        fits("post", "/charges/{id}/refund", 409,
                service.post(V1 + "/charges/" + charged.at("id") + "/refund", "{\"reason\":\"reverted\"}"));
        String second = service.post(V1 + "/holds", hold("")).at("id");
        fits("post", "/holds/{id}/release", 200, service.post(V1 + "/holds/" + second + "/release", "{}"));
        fits("post", "/charges", 201, service.post(V1 + "/charges", hold("\"credits\":1.5,\"reference\":\"r\"")));
        fits("post", "/charges", 402, service.post(V1 + "/charges", hold("\"credits\":5000")));
        fits("post", "/charges", 422, service.post(V1 + "/charges", hold("\"credits\":-1")));
        fits("post", "/batch", 200,
                service.post(V1 + "/batch", "{\"commands\":[{\"key\":\"b1\",\"hold\":" + hold("") + "},{\"key\":1}]}"));
    }

    @Test
    void of_reading() {
        service.post(V1 + "/charges", hold("\"credits\":7"));
        fits("get", "/balance", 200, service.get(V1 + "/balance"));
        fits("get", "/balance", 200, service.get(V1 + "/balance?at=2026-03-20T00:00:00Z"));
        fits("get", "/ledger", 200, service.get(V1 + "/ledger?limit=2"));
        fits("get", "/explain", 200, service.get(V1 + "/explain"));
        fits("get", "/usage", 200, service.get(V1 + "/usage?by=builder"));
        fits("get", "/operations", 200, service.get(V1 + "/operations"));
        fits("post", "/estimates", 200, service.post(V1 + "/estimates", "{\"operation\":\"query\"}"));
        fits("post", "/estimates", 422, service.post(V1 + "/estimates", "{\"operation\":\"nope\"}"));
        Reply token = fits("post", "/embed-tokens", 201,
                service.post(V1 + "/embed-tokens", "{\"builder\":\"ada@nexus.test\"}"));
        fits("get", "/embed/credits", 200, new ApiClient(port, token.at("token")).get(V1 + "/embed/credits"));
        fits("get", "/balance", 401, nobody().get(V1 + "/balance"));
    }

    @Test
    void of_buying() {
        fits("post", "/quotes", 200, service.post(V1 + "/quotes", "{\"credits\":300}"));
        fits("post", "/quotes", 422, service.post(V1 + "/quotes", "{\"credits\":300,\"promoCode\":\"none\"}"));
        Reply ordered = fits("post", "/purchases", 201, service.post(V1 + "/purchases", "{\"credits\":300}"));
        fits("get", "/purchases", 200, service.get(V1 + "/purchases"));
        fits("post", "/operator/purchases/{id}/refund", 409,
                operator().post(V1 + "/operator/purchases/" + ordered.at("id") + "/refund", "{\"reason\":\"x\"}"));
        ApiClient poor = serviceOf(aWorkspace(), "purchase");
        fits("post", "/purchases", 402, poor.post(V1 + "/purchases", "{\"credits\":300}"));
    }

    @Test
    void of_the_operators_workspaces() {
        String path = WORKSPACES + slug;
        fits("put", OPERATOR, 200, operator().put(path, "{\"name\":\"Nexus\"}"));
        fits("put", OPERATOR + "/license", 200, operator().put(path + "/license", license(2, 100)));
        String member = path + "/members/ada@nexus.test";
        fits("put", OPERATOR + "/members/{email}", 201,
                operator().put(member, "{\"name\":\"Ada\",\"role\":\"builder\"}"));
        fits("put", OPERATOR + "/limits", 200, operator().put(path + "/limits", "{\"enabled\":true}"));
        fits("get", OPERATOR + "/limits", 200, operator().get(path + "/limits"));
        fits("post", "/holds", 402, service.post(V1 + "/holds", hold("\"credits\":5000")));
        Reply key = fits("post", OPERATOR + "/api-keys", 201,
                operator().post(path + "/api-keys", "{\"name\":\"k\",\"scopes\":[\"read\"]}"));
        fits("delete", OPERATOR + "/api-keys/{id}", 204, operator().delete(path + "/api-keys/" + key.at("id")));
        fits("post", OPERATOR + "/grants", 201, operator().post(path + "/grants",
                "{\"credits\":5,\"expiresAt\":\"2026-04-01T00:00:00Z\",\"reason\":\"welcome\"}"));
        fits("delete", OPERATOR + "/members/{email}", 204, operator().delete(member));
        fits("delete", OPERATOR + "/license", 204, operator().delete(path + "/license"));
        fits("get", "/operator/workspaces/instance/license-key", 404,
                operator().get(WORKSPACES + "instance/license-key"));
    }

    @Test
    void of_the_rest_of_the_operators_part() {
        String code = V1 + "/operator/promo-codes/CONTRACT";
        fits("put", "/operator/promo-codes/{code}", 201, operator().put(code, "{\"bonusCredits\":5.5}"));
        fits("put", "/operator/promo-codes/{code}", 200, operator().put(code, "{\"amountOff\":50}"));
        fits("get", "/operator/promo-codes/{code}", 200, operator().get(code));
        fits("get", "/operator/promo-codes", 200, operator().get(V1 + "/operator/promo-codes"));
        fits("delete", "/operator/promo-codes/{code}", 204, operator().delete(code));
        fits("post", "/operator/reconcile", 200, operator().post(V1 + "/operator/reconcile", "{}"));
        fits("get", "/operator/events", 200, operator().get(V1 + "/operator/events"));
        fits("get", "/operator/clock", 200, operator().get(V1 + "/operator/clock"));
        fits("put", "/operator/clock", 422,
                operator().put(V1 + "/operator/clock", "{\"now\":\"1999-01-01T00:00:00Z\"}"));
        fits("get", "/operator/verify", 200, operator().get(V1 + "/operator/verify"));
    }

    @Test
    void of_every_code_of_a_problem() {
        var told = nobody().get("/v3/api-docs").json().at("/components/schemas/Problem/properties/code/enum");

        assertThat(told.valueStream().map(code -> code.asString()))
                .containsExactly(Arrays.stream(ProblemCode.values()).map(ProblemCode::key).toArray(String[]::new));
    }
}
