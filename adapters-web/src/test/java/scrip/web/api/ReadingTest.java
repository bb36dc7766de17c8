package scrip.web.api;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTest extends ApiTest {

    @Test
    void a_pool_without_a_license_has_the_free_plan() {
        ApiClient service = serviceOf(aWorkspace(), "read");

        var balance = service.get(V1 + "/balance");

        assertThat(balance.at("available")).isEqualTo("100");
        assertThat(balance.json().get("license").toString())
                .isEqualTo("{\"plan\":null,\"status\":\"none\",\"endsAt\":null}");
        assertThat(balance.json().at("/monthly/builders").isNull()).isTrue();
        assertThat(balance.at("monthly.renewsAt")).isEqualTo("2026-04-10T12:00:00Z");
    }

    @Test
    void the_balance_of_the_past_is_what_the_ledger_says_and_of_the_future_what_will_be_left() {
        String slug = aWorkspaceWith(500);
        ApiClient service = serviceOf(slug, "meter", "read");
        operator().post(WORKSPACES + slug + "/grants",
                "{\"credits\":7,\"expiresAt\":\"2026-03-20T00:00:00Z\",\"reason\":\"goodwill\"}");

        assertThat(service.get(V1 + "/balance?at=2026-03-10T11:59:59Z").at("available")).isEqualTo("0");
        assertThat(service.get(V1 + "/balance?at=2026-03-10T12:00:00Z").at("available")).isEqualTo("507");
        assertThat(service.get(V1 + "/balance?at=2026-03-20T00:00:00Z").at("available")).isEqualTo("500");
        assertThat(service.get(V1 + "/balance?at=2026-03-20T02:00:00+02:00").at("asOf"))
                .isEqualTo("2026-03-20T00:00:00Z");
    }

    @Test
    void the_ledger_comes_in_pages_whose_last_has_no_next() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(V1 + "/holds", hold("\"credits\":100")).at("id");
        service.post(V1 + "/holds/" + hold + "/settle", "{\"credits\":40}");

        var all = service.get(V1 + "/ledger").json().get("entries");
        var first = service.get(V1 + "/ledger?limit=2");
        var rest = service.get(V1 + "/ledger?after=" + first.at("next"));
        var exactly = service.get(V1 + "/ledger?limit=" + all.size());

        assertThat(first.json().get("entries")).hasSize(2);
        assertThat(first.at("next")).isEqualTo("2");
        assertThat(rest.json().get("entries")).hasSize(all.size() - 2);
        assertThat(rest.json().get("next").isNull()).isTrue();
        assertThat(exactly.json().get("next").isNull()).isTrue();
        assertThat(all).extracting(entry -> entry.get("type").asString()).endsWith("hold", "spend", "return");
        assertThat(all.get(all.size() - 2).get("hold").asString()).isEqualTo(hold);
        assertThat(all.get(0).get("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_ledger_comes_as_csv_too_with_nothing_that_a_spreadsheet_would_run() {
        ApiClient service = aServiceWith(500);
        service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"=cmd@nexus.test\",\"credits\":1.5}");

        var csv = service.send(service.request(V1 + "/ledger").header("Accept", "text/csv").GET());
        var page = service.send(service.request(V1 + "/ledger?limit=1").header("Accept", "text/csv").GET());

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.response().body()).startsWith("seq,dueAt,writtenAt,type,from,to,credits,operation,builder,hold,"
                + "charge,purchase,hash\r\n1,").contains(",spend,monthly,spent,1.5,query,'=cmd@nexus.test,");
        assertThat(page.header("Link")).isEqualTo("</api/v1/ledger?after=1&limit=1>; rel=\"next\"");
    }

    @Test
    void usage_adds_up_by_day_builder_and_operation() {
        ApiClient service = aServiceWith(500);
        service.post(V1 + "/charges", hold("\"credits\":10"));
        service.post(V1 + "/charges", "{\"operation\":\"layout\",\"builder\":\"bob@nexus.test\",\"credits\":5.5}");
        service.post(V1 + "/charges", hold("\"credits\":1"));

        assertThat(service.get(V1 + "/usage").response().body())
                .isEqualTo("{\"rows\":[{\"key\":\"2026-03-10\",\"credits\":16.5,\"charges\":3}],\"total\":16.5}");
        assertThat(service.get(V1 + "/usage?by=builder").response().body()).isEqualTo("""
                {"rows":[{"key":"ada@nexus.test","credits":11,"charges":2},\
                {"key":"bob@nexus.test","credits":5.5,"charges":1}],"total":16.5}""");
        assertThat(service.get(V1 + "/usage?by=operation&from=2026-03-10&to=2026-03-11").at("rows.0.key"))
                .isEqualTo("layout");
        assertThat(service.get(V1 + "/usage?from=2026-03-09&to=2026-03-10").response().body())
                .isEqualTo("{\"rows\":[],\"total\":0}");
    }

    @Test
    void the_catalogue_lists_operations_and_models() {
        var catalogue = aServiceWith(500).get(V1 + "/operations");

        assertThat(catalogue.at("rateCard")).isEqualTo("2026-01");
        assertThat(catalogue.json().get("operations")).extracting(operation -> operation.get("key").asString())
                .containsExactly("app_generation", "new_feature", "layout", "query", "debug_autofix",
                        "docs_assistant", "sql_generation", "code_generation");
        assertThat(catalogue.json().get("operations").get(3).toString()).isEqualTo("""
                {"key":"query","label":"Modifying queries or database","typical":30,"low":30,"high":30,\
                "basis":"catalogue"}""");
        assertThat(catalogue.at("models.2.cachedInput")).isEqualTo("2.5");
    }

    @Test
    void an_estimate_says_whether_it_can_be_afforded() {
        ApiClient service = aServiceWith(50);

        assertThat(service.post(V1 + "/estimates", "{\"operation\":\"query\"}").response().body())
                .isEqualTo("{\"low\":30,\"typical\":30,\"high\":30,\"affordable\":true,\"basis\":\"catalogue\"}");
        assertThat(service.post(V1 + "/estimates", "{\"operation\":\"app_generation\"}").at("affordable"))
                .isEqualTo("false");
        assertThat(service.post(V1 + "/estimates",
                "{\"operation\":\"query\",\"usage\":[{\"model\":\"nope\",\"inputTokens\":1,\"outputTokens\":1}]}")
                .at("code")).isEqualTo("unknown_model");
        assertThat(service.post(V1 + "/estimates", "{\"operation\":\"nope\"}").at("code"))
                .isEqualTo("unknown_operation");
    }

    @Test
    void an_estimate_from_usage_is_its_exact_price() {
        ApiClient service = aServiceWith(50);
        String usage = "{\"operation\":\"query\",\"usage\":[{\"model\":\"large\",\"inputTokens\":%s,\"outputTokens\":7}]}";

        var estimate = service.post(V1 + "/estimates", usage.formatted("1000"));
        var charge = service.post(V1 + "/charges", usage.formatted("1000").replace("{\"operation\"",
                "{\"builder\":\"ada@nexus.test\",\"operation\""));

        assertThat(estimate.at("typical")).isEqualTo(charge.at("credits"));
        assertThat(estimate.at("low")).isEqualTo(estimate.at("high"));
        assertThat(estimate.at("basis")).isEqualTo("usage");
        assertThat(estimate.at("affordable")).isEqualTo("true");
        assertThat(service.post(V1 + "/estimates", usage.formatted("1000000000")).at("affordable")).isEqualTo("false");
    }

    @Test
    @DisplayName("Rule 22: from 20 charges in 30 days on, an operation costs what it has cost the pool itself")
    void an_operation_typically_costs_what_it_has_cost_the_pool() {
        ApiClient service = aServiceWith(5_000);
        ApiClient stranger = aServiceWith(50);
        for (int i = 1; i <= 19; i++) {
            service.post(V1 + "/charges", hold("\"credits\":" + i));
        }
        service.post(V1 + "/charges", hold("\"credits\":500,\"ownKey\":true"));
        String failed = service.post(V1 + "/charges", hold("\"credits\":500")).at("id");
        service.post(V1 + "/charges/" + failed + "/refund", "{\"reason\":\"failed run\"}");
        assertThat(service.get(V1 + "/operations").at("operations.3.basis")).isEqualTo("catalogue");
        assertThat(service.post(V1 + "/holds", hold("")).at("credits")).isEqualTo("30");

        service.post(V1 + "/charges", hold("\"credits\":20"));

        assertThat(service.get(V1 + "/operations").json().get("operations").get(3).toString()).isEqualTo("""
                {"key":"query","label":"Modifying queries or database","typical":10.5,"low":2.9,"high":18.1,\
                "basis":"observed"}""");
        assertThat(service.get(V1 + "/operations").at("operations.2.basis")).isEqualTo("catalogue");
        assertThat(service.post(V1 + "/estimates", "{\"operation\":\"query\"}").response().body()).isEqualTo(
                "{\"low\":2.9,\"typical\":10.5,\"high\":18.1,\"affordable\":true,\"basis\":\"observed\"}");
        assertThat(service.post(V1 + "/holds", hold("")).at("credits")).isEqualTo("10.5");
        assertThat(service.post(V1 + "/holds", hold("\"ceiling\":4")).at("credits")).isEqualTo("4");
        assertThat(stranger.post(V1 + "/holds", hold("")).at("credits")).isEqualTo("30");
    }
}
