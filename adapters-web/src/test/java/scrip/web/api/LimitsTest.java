package scrip.web.api;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 24 over HTTP: 1,000 monthly credits; Ada and Bob build, Eve does not. */
class LimitsTest extends ApiTest {

    private static final String HOLDS = V1 + "/holds";

    private String slug;
    private String limits;
    private ApiClient service;

    @BeforeEach
    void a_workspace_of_two_who_build() {
        slug = aWorkspaceWith(1_000);
        limits = WORKSPACES + slug + "/limits";
        service = serviceOf(slug, "meter", "read");
        member("ada", "builder");
        member("bob", "admin");
        member("eve", "end_user");
    }

    private void member(String name, String role) {
        assertThat(operator().put(WORKSPACES + slug + "/members/" + name + "@nexus.test",
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}").status()).isEqualTo(201);
    }

    private ApiClient.Reply set(String body) {
        ApiClient.Reply reply = operator().put(limits, body);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply;
    }

    private static String work(String builder, String credits) {
        return "{\"operation\":\"query\",\"builder\":\"" + builder + "@nexus.test\",\"credits\":" + credits + "}";
    }

    @Test
    @DisplayName("Rule 24: limits are off unless they are turned on")
    void limits_are_off_at_first() {
        service.post(V1 + "/charges", work("ada", "900"));

        assertThat(operator().get(limits).response().body()).isEqualTo("""
                {"enabled":false,"default":"equal_share","custom":{},"equalShare":500,"unallocated":0,"builders":[\
                {"email":"ada@nexus.test","limit":null,"used":900,"held":0,"left":null},\
                {"email":"bob@nexus.test","limit":null,"used":0,"held":0,"left":null}]}""");
    }

    @Test
    @DisplayName("Rule 24: what was set is told with what comes of it, and can be put again")
    void limits_are_told_with_what_they_leave() {
        String set = "{\"enabled\":true,\"default\":\"equal_share\",\"custom\":{\"Ada@Nexus.test\":301}}";
        service.post(V1 + "/charges", work("ada", "40.5"));
        service.post(HOLDS, work("ada", "9.5"));

        var told = set(set);

        assertThat(told.response().body()).isEqualTo("""
                {"enabled":true,"default":"equal_share","custom":{"ada@nexus.test":301},"equalShare":699,\
                "unallocated":0,"builders":[\
                {"email":"ada@nexus.test","limit":301,"used":40.5,"held":9.5,"left":251},\
                {"email":"bob@nexus.test","limit":699,"used":0,"held":0,"left":699}]}""");
        assertThat(set(told.response().body()).response().body()).isEqualTo(told.response().body());
        assertThat(set("{\"enabled\":true,\"default\":100}").at("unallocated")).isEqualTo("800");
    }

    @Test
    @DisplayName("Rule 24: a refusal names the limit, takes nothing and is kept under its key")
    void a_refusal_names_the_limit_and_is_kept() {
        set("{\"enabled\":true,\"custom\":{\"ada@nexus.test\":100}}");
        service.post(V1 + "/charges", work("ada", "50"));
        service.post(HOLDS, work("ada", "30"));

        var refused = service.post(HOLDS, "limit", work("ada", "20.000001"));
        set("{\"enabled\":false}");
        var again = service.post(HOLDS, "limit", work("ada", "20.000001"));

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.at("code")).isEqualTo("builder_limit_reached");
        assertThat(refused.at("limit")).isEqualTo("100");
        assertThat(refused.at("used")).isEqualTo("50");
        assertThat(refused.at("held")).isEqualTo("30");
        assertThat(again.status()).isEqualTo(402);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(refused.response().body());
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("920");
    }

    @Test
    @DisplayName("Rule 24: charges are limited as holds are, and each command of a batch by itself")
    void charges_and_batches_are_limited_too() {
        set("{\"enabled\":true,\"custom\":{\"ada@nexus.test\":100}}");

        var batch = service.post(V1 + "/batch",
                """
                        {"commands":[{"key":"a","charge":%s},{"key":"b","hold":%s},{"key":"c","charge":%s},{"key":"d","hold":%s}]}
                        """
                        .formatted(work("ada", "60"), work("ada", "41"), work("bob", "900"), work("ada", "40")));

        assertThat(batch.json().get("results")).extracting(result -> result.get("status").asInt())
                .containsExactly(201, 402, 201, 201);
        assertThat(batch.at("results.1.body.code")).isEqualTo("builder_limit_reached");
        assertThat(batch.at("results.1.body.used")).isEqualTo("60");
        assertThat(service.post(V1 + "/charges", work("ada", "0.000001")).at("held")).isEqualTo("40");
    }

    @Test
    @DisplayName("Rule 24: settling above the limit and late is never refused")
    void settling_is_never_refused() {
        set("{\"enabled\":true,\"default\":100}");
        String hold = service.post(HOLDS, work("ada", "100")).at("id");

        assertThat(service.post(HOLDS + "/" + hold + "/settle", "{\"credits\":150}").status()).isEqualTo(200);
        assertThat(operator().get(limits).at("builders.0.left")).isEqualTo("0");
        assertThat(service.post(HOLDS, work("ada", "1")).at("used")).isEqualTo("150");
    }

    @Test
    @DisplayName("Rules 23 and 24: work on an own key costs nothing, counts as a charge and is never limited")
    void an_own_key_is_recorded_and_costs_nothing() {
        set("{\"enabled\":true,\"default\":1}");
        String own = work("ada", "500").replace("}", ",\"ownKey\":true}");

        var held = service.post(HOLDS, own);
        var settled = service.post(HOLDS + "/" + held.at("id") + "/settle", "{\"credits\":900}");
        var charged = service.post(V1 + "/charges", own.replace("500", "0"));
        var metered = service.post(V1 + "/charges", own.replace("\"credits\":500",
                "\"usage\":[{\"model\":\"large\",\"inputTokens\":1000000,\"outputTokens\":9}]"));
        var usage = service.get(V1 + "/usage?by=builder");

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.at("credits")).isEqualTo("0");
        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.at("credits")).isEqualTo("0");
        assertThat(charged.status()).isEqualTo(201);
        assertThat(metered.at("credits")).isEqualTo("0");
        assertThat(metered.json().at("/receipt/lines")).isNotEmpty();
        assertThat(usage.at("rows.0.key")).isEqualTo("ada@nexus.test");
        assertThat(usage.at("rows.0.charges")).isEqualTo("3");
        assertThat(usage.at("total")).isEqualTo("0");
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("1000");
        assertThat(service.get(V1 + "/balance").at("held")).isEqualTo("0");
    }

    @Test
    @DisplayName("Rule 24: the equal share follows who builds")
    void the_share_follows_the_members() {
        set("{\"enabled\":true}");
        member("cy", "builder");
        assertThat(operator().get(limits).at("equalShare")).isEqualTo("333");
        assertThat(operator().get(limits).at("unallocated")).isEqualTo("1");
        assertThat(service.post(HOLDS, work("ada", "334")).at("limit")).isEqualTo("333");

        operator().delete(WORKSPACES + slug + "/members/cy@nexus.test");
        assertThat(service.post(HOLDS, work("ada", "334")).status()).isEqualTo(201);
        operator().put(WORKSPACES + slug + "/members/bob@nexus.test", "{\"name\":\"Bob\",\"role\":\"end_user\"}");
        assertThat(service.post(HOLDS, work("ada", "667")).at("limit")).isEqualTo("1000");
    }

    @Test
    @DisplayName("Rule 24: of twenty holds at once exactly as many as the limit leaves are granted")
    void limits_are_exact_whatever_runs_at_once() throws Exception {
        set("{\"enabled\":true,\"default\":50}");
        Callable<Integer> hold = () -> service.post(HOLDS, work("ada", "15")).status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> hold).toList()))
                    .extracting(Future::resultNow).filteredOn(status -> status == 201).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ada":5}                              | custom.ada
            {"ada@nexus.test":0}                   | custom.ada@nexus.test
            {"ada@nexus.test":1.5}                 | custom.ada@nexus.test
            {"ada@nexus.test":1000000001}          | custom.ada@nexus.test
            {"ada@nexus.test":5,"Ada@nexus.test":6} | custom.Ada@nexus.test
            """)
    void a_bad_custom_limit_is_told_by_its_name_and_nothing_is_set(String custom, String field) {
        var refused = operator().put(limits, "{\"enabled\":true,\"custom\":" + custom + "}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors.0.field")).isEqualTo(field);
        assertThat(operator().get(limits).at("enabled")).isEqualTo("false");
    }

    @Test
    void there_are_no_limits_where_there_is_no_workspace() {
        assertThat(operator().get(WORKSPACES + "nowhere/limits").status()).isEqualTo(404);
        assertThat(operator().put(WORKSPACES + "nowhere/limits", "{\"enabled\":true}").status()).isEqualTo(404);
        assertThat(service.get(limits).status()).isEqualTo(403);
    }
}
