package scrip.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static scrip.web.api.BadValue.required;

/** Every field of every endpoint, with every kind of value that it must not have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends ApiTest {

    private static final String MARK = "@@";
    private static final String USAGE = "{\"model\":\"small\",\"inputTokens\":10,\"outputTokens\":10}";

    private String slug;
    private ApiClient service;
    private String hold;
    private String charge;

    @BeforeAll
    void a_pool_with_a_hold_and_a_charge() {
        slug = aWorkspaceWith(500);
        service = serviceOf(slug, "meter", "read", "purchase");
        hold = service.post(V1 + "/holds", hold("\"credits\":100")).at("id");
        charge = service.post(V1 + "/charges", hold("\"credits\":100")).at("id");
    }

    private record BadField(String field, List<BadValue> values) {}

    private record Endpoint(String method, String path, String valid, List<BadField> fields) {

        static Endpoint post(String path, String valid, BadField... fields) {
            return new Endpoint("POST", path, valid, List.of(fields));
        }

        static Endpoint put(String path, String valid, BadField... fields) {
            return new Endpoint("PUT", path, valid, List.of(fields));
        }

        boolean isOperators() {
            return path.contains("/operator/");
        }

        /** The valid body with one field made bad; a field is named as in errors, such as {@code usage[0].model}. */
        String with(String field, String json) {
            ObjectNode body = (ObjectNode) ApiClient.JSON.readTree(valid);
            ObjectNode object = body;
            String name = field;
            if (field.contains("[0].")) {
                object = (ObjectNode) ((ArrayNode) body.get(field.substring(0, field.indexOf('[')))).get(0);
                name = field.substring(field.indexOf('.') + 1);
            }
            object.remove(name);
            if (json != null) {
                object.put(name, MARK);
            }
            return body.toString().replace("\"" + MARK + "\"", String.valueOf(json));
        }
    }

    private static BadField field(String name, List<BadValue> values) {
        return new BadField(name, values);
    }

    private static BadField[] usage() {
        long most = 1_000_000_000_000L;
        return new BadField[]{field("usage[0].model", required(BadValue.text(100))),
            field("usage[0].inputTokens", required(BadValue.whole(0, most))),
            field("usage[0].cachedInputTokens", BadValue.whole(0, 10)),
            field("usage[0].outputTokens", required(BadValue.whole(0, most)))};
    }

    private List<Endpoint> endpoints() {
        String work = "\"operation\":\"query\",\"builder\":\"ada@nexus.test\"";
        BadField operation = field("operation", required(BadValue.text(100)));
        BadField builder = field("builder", required(BadValue.email()));
        BadField ttl = field("ttlSeconds", BadValue.whole(1, 86_400));
        BadField reference = field("reference", BadValue.text(200));
        String operator = WORKSPACES + slug;
        return List.of(
                Endpoint.post(V1 + "/holds", "{" + work + ",\"credits\":5}", operation, builder,
                        field("credits", BadValue.credits()), field("ceiling", BadValue.credits()), ttl,
                        field("ownKey", BadValue.flag()), reference),
                Endpoint.post(V1 + "/holds/" + hold + "/settle", "{\"credits\":5}",
                        field("credits", required(BadValue.creditsOrNone()))),
                Endpoint.post(V1 + "/holds/" + hold + "/settle", "{\"usage\":[" + USAGE + "]}", usage()),
                Endpoint.post(V1 + "/holds/" + hold + "/settle", "{}", field("usage", BadValue.objects())),
                Endpoint.post(V1 + "/holds/" + hold + "/extend", "{\"ttlSeconds\":60}",
                        field("ttlSeconds", required(BadValue.whole(1, 86_400)))),
                Endpoint.post(V1 + "/charges", "{" + work + ",\"credits\":5}", operation, builder,
                        field("credits", required(BadValue.credits())), field("ownKey", BadValue.flag()), reference,
                        field("onShortfall", BadValue.word())),
                Endpoint.post(V1 + "/charges", "{" + work + ",\"usage\":[" + USAGE + "]}", usage()),
                Endpoint.post(V1 + "/charges/" + charge + "/refund", "{\"credits\":5,\"reason\":\"failed run\"}",
                        field("credits", BadValue.credits()), field("reason", required(BadValue.text(200)))),
                Endpoint.post(V1 + "/embed-tokens", "{\"builder\":\"ada@nexus.test\"}", builder),
                Endpoint.post(V1 + "/batch", "{\"commands\":[]}",
                        field("commands", required(List.of(BadValue.invalid("[]"), BadValue.wrongType("{}"),
                                BadValue.wrongType("7"))))),
                Endpoint.post(V1 + "/estimates", "{\"operation\":\"query\"}", operation,
                        field("usage", BadValue.objects())),
                Endpoint.post(V1 + "/purchases", "{\"credits\":100}", field("credits", required(forSale())),
                        field("promoCode", BadValue.text(64)), field("successUrl", url()), field("cancelUrl", url())),
                Endpoint.post(V1 + "/quotes", "{\"credits\":100}", field("credits", required(forSale())),
                        field("promoCode", BadValue.text(64))),
                Endpoint.put(operator, "{\"name\":\"Nexus\"}", field("name", required(BadValue.text(100)))),
                Endpoint.put(operator + "/license", license(1, 500), field("plan", required(BadValue.text(100))),
                        field("builders", required(BadValue.whole(0, 1_000_000))),
                        field("creditsPerBuilder", required(BadValue.creditsOrNone())),
                        field("interval", required(BadValue.word())), field("startsAt", required(BadValue.time())),
                        field("endsAt", required(BadValue.time())), field("timeZone", required(BadValue.word()))),
                Endpoint.put(operator + "/members/ada@nexus.test", "{\"name\":\"Ada\",\"role\":\"builder\"}",
                        field("name", required(BadValue.text(100))), field("role", required(BadValue.word())),
                        field("password", BadValue.text(72))),
                Endpoint.put(WORKSPACES + "instance/license-key", "{\"key\":\"e30.e30.e30\"}",
                        field("key", required(BadValue.text(10_000)))),
                Endpoint.put(operator + "/limits", "{\"enabled\":false,\"default\":5,\"custom\":{\"a@b.test\":5}}",
                        field("enabled", required(BadValue.flag())),
                        field("default", limit()), field("custom", List.of(BadValue.wrongType("[]"),
                                BadValue.wrongType("7"), BadValue.wrongType("\"equal_share\"")))),
                Endpoint.post(operator + "/api-keys", "{\"name\":\"ai\",\"scopes\":[\"read\"]}",
                        field("name", required(BadValue.text(100))), field("scopes", required(BadValue.words()))),
                Endpoint.post(operator + "/grants",
                        "{\"credits\":5,\"expiresAt\":\"2026-12-01T00:00:00Z\",\"reason\":\"goodwill\"}",
                        field("credits", required(BadValue.credits())),
                        field("expiresAt", required(with(BadValue.time(), "\"2026-03-10T12:00:00Z\""))),
                        field("reason", required(BadValue.text(200)))),
                Endpoint.put(V1 + "/operator/promo-codes/SPRING", "{\"percentOff\":20}",
                        field("percentOff", required(BadValue.whole(1, 100))),
                        field("startsAt", BadValue.time()), field("endsAt", BadValue.time()),
                        field("maxRedemptions", BadValue.whole(1, 1_000_000_000)),
                        field("maxPerPool", BadValue.whole(1, 1_000_000_000)),
                        field("minimumCredits", BadValue.whole(1, 1_000_000_000)),
                        field("firstPurchaseOnly", BadValue.flag()),
                        field("bonusCredits", List.of(BadValue.invalid("5"))),
                        field("amountOff", List.of(BadValue.invalid("5")))),
                Endpoint.put(V1 + "/operator/promo-codes/SPRING", "{\"bonusCredits\":20}",
                        field("bonusCredits", BadValue.credits())),
                Endpoint.put(V1 + "/operator/promo-codes/SPRING",
                        "{\"amountOff\":{\"value\":5,\"currency\":\"usd\"}}",
                        field("amountOff", List.of(BadValue.wrongType("\"5\""), BadValue.wrongType("[]"),
                                BadValue.wrongType("true"), BadValue.invalid("0"), BadValue.invalid("1.5"),
                                BadValue.invalid("100000000")))),
                Endpoint.put(V1 + "/operator/promo-codes/SPRING",
                        "{\"percentOff\":5,\"startsAt\":\"2026-01-01T00:00:00Z\"}",
                        field("endsAt", List.of(BadValue.invalid("\"2026-01-01T00:00:00Z\"")))),
                Endpoint.post(V1 + "/operator/purchases/pur_0/refund", "{\"reason\":\"unused\"}",
                        field("reason", required(BadValue.text(200)))),
                Endpoint.put(V1 + "/operator/clock", "{\"now\":\"2026-03-10T12:00:00Z\"}",
                        field("now", required(with(BadValue.time(), "\"2026-03-10T11:59:59Z\"",
                                "\"2100-01-01T00:00:00Z\"")))));
    }

    /** Text is read as a word, anything else as a number. */
    private static List<BadValue> limit() {
        List<BadValue> all = new ArrayList<>(BadValue.whole(1, 1_000_000_000));
        all.removeIf(value -> value.json().startsWith("\""));
        all.addAll(List.of(BadValue.invalid("\"\""), BadValue.invalid("\"5\""), BadValue.invalid("\"EQUAL_SHARE\"")));
        return all;
    }

    private static List<BadValue> forSale() {
        return with(BadValue.whole(1, 1_000_000), "150", "99", "0");
    }

    private static List<BadValue> url() {
        return with(BadValue.text(2_000), "\"javascript:alert(1)\"", "\"/settings\"", "\"https://\"",
                "\"https://user:pass@shop.test\"", "\"https://shop.test/{x}\"");
    }

    private static List<BadValue> with(List<BadValue> values, String... invalid) {
        List<BadValue> all = new ArrayList<>(values);
        Stream.of(invalid).map(BadValue::invalid).forEach(all::add);
        return all;
    }

    @TestFactory
    Stream<DynamicNode> every_bad_value_of_every_field_is_told_and_takes_nothing() {
        String balance = balance();
        return endpoints().stream().map(endpoint -> dynamicContainer(endpoint.method + " " + endpoint.path,
                Stream.concat(
                        endpoint.fields.stream().flatMap(
                                bad -> bad.values.stream().map(value -> test(endpoint, bad.field, value))),
                        Stream.of(dynamicTest("takes nothing", () -> assertThat(balance()).isEqualTo(balance))))));
    }

    private String balance() {
        return service.get(V1 + "/balance").response().body();
    }

    private DynamicTest test(Endpoint endpoint, String field, BadValue value) {
        String shown = String.valueOf(value.json());
        String name = field + " = " + shown.substring(0, Math.min(40, shown.length()));
        return dynamicTest(name, () -> {
            var reply = send(endpoint, endpoint.with(field, value.json()));

            assertThat(reply.status()).as(reply.response().body()).isEqualTo(value.status());
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.at("code")).isEqualTo(value.code());
            if (value.status() == 422) {
                assertThat(reply.json().get("errors")).extracting(error -> error.get("field").asString())
                        .contains(field);
            }
        });
    }

    private ApiClient.Reply send(Endpoint endpoint, String body) {
        ApiClient client = endpoint.isOperators() ? operator() : service;
        return endpoint.method.equals("PUT") ? client.put(endpoint.path, body) : client.post(endpoint.path, body);
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_is_no_json_object_is_malformed() {
        List<String> bodies = List.of("", " ", "{", "nope", "{\"a\":1,}", "{'a':1}", "{} {}", "{}x", "[]", "\"a\"", "1",
                "null", "{\"a\":1,\"a\":2}", "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"a\":" + "1".repeat(5_000) + "}", "{\"a\":1e99999999999}", "// hi\n{}");
        return endpoints().stream().flatMap(endpoint -> bodies.stream()
                .map(body -> dynamicTest(endpoint.path + " " + body.substring(0, Math.min(30, body.length())), () -> {
                    var reply = send(endpoint, body);
                    assertThat(reply.status()).as(reply.response().body()).isEqualTo(400);
                    assertThat(reply.at("code")).isEqualTo("malformed_request");
                })));
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_out_of_range_is_an_invalid_field() {
        return Stream
                .of("balance?at=", "balance?at=yesterday", "balance?at=2026-01-01", "balance?at=2999-01-01T00:00:00Z",
                        "ledger?after=-1", "ledger?after=x", "ledger?after=99999999999999999999", "ledger?limit=0",
                        "ledger?limit=1001", "ledger?limit=1.5", "ledger?limit=", "usage?by=month", "usage?by=",
                        "usage?from=x", "usage?to=2026-02-30", "usage?from=2026-01-02&to=2026-01-02",
                        "usage?from=2020-01-01&to=2026-01-01", "explain?from=x", "explain?to=2026-01-01",
                        "explain?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                        "explain?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                        "explain?from=2098-12-01T00:00:00Z&to=2099-01-01T00:00:00Z", "usage?from=%2B999999999-01-01")
                .map(path -> dynamicTest(path, () -> {
                    var reply = service.get(V1 + "/" + path);
                    assertThat(reply.status()).as(reply.response().body()).isEqualTo(422);
                    assertThat(reply.at("code")).isEqualTo("invalid_field");
                    assertThat(reply.at("errors.0.field")).isNotEmpty();
                }));
    }
}
