package scrip.web.api;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;
import scrip.web.ScripApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole application on its embedded database: what the tests in memory cannot show. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(properties = "scrip.clock=adjustable")
class ApiOnDatabaseIT extends ApiTest {

    private static final String HOLDS = V1 + "/holds";

    /** A license that has begun on whatever day this runs. */
    private ApiClient aLicensedServiceWith(int monthly) {
        String slug = aWorkspace();
        operator().put(WORKSPACES + slug + "/license", license(1, monthly).replace("2026-03-01", "2020-01-01")
                .replace("2027-03-01", "2090-01-01"));
        return serviceOf(slug, "meter", "read", "purchase");
    }

    @Test
    void credits_are_held_settled_refunded_and_every_reading_agrees() {
        ApiClient service = aLicensedServiceWith(500);

        String hold = service.post(HOLDS, "h", hold("\"credits\":100.000001,\"reference\":\"r – ☃ 𝄞\"")).at("id");
        var again = service.post(HOLDS, "h", hold("\"credits\":100.000001,\"reference\":\"r – ☃ 𝄞\""));
        var charged = service.post(HOLDS + "/" + hold + "/settle", "{\"credits\":40.5}");
        var refunded = service.post(V1 + "/charges/" + charged.at("id") + "/refund",
                "{\"credits\":0.5,\"reason\":\"failed run\"}");

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.at("id")).isEqualTo(hold);
        assertThat(charged.at("reference")).isEqualTo("r – ☃ 𝄞");
        assertThat(refunded.at("returned.monthly")).isEqualTo("0.5");
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("460");
        assertThat(service.get(HOLDS + "/" + hold).at("status")).isEqualTo("settled");
        assertThat(service.get(V1 + "/usage").at("total")).isEqualTo("40");
        assertThat(service.get(V1 + "/ledger").json().get("entries")).extracting(e -> e.get("type").asString())
                .endsWith("hold", "spend", "return", "make_good");
    }

    @Test
    void of_twenty_holds_of_75_at_once_on_500_exactly_six_are_granted() throws Exception {
        ApiClient service = aLicensedServiceWith(500);
        Callable<Integer> hold = () -> service.post(HOLDS, hold("\"credits\":75")).status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> hold).toList()))
                    .extracting(Future::resultNow).filteredOn(status -> status == 201).hasSize(6);
        }
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("50");
        assertThat(service.get(V1 + "/balance").at("held")).isEqualTo("450");
    }

    @Test
    @DisplayName("Rule 24: of twenty holds of a builder at once exactly as many as his limit leaves are granted")
    void limits_are_exact_on_the_database_too() throws Exception {
        String slug = aWorkspace();
        ApiClient service = serviceOf(slug, "meter", "read");
        String limits = WORKSPACES + slug + "/limits";
        operator().put(WORKSPACES + slug + "/members/ada@nexus.test", "{\"name\":\"Ada\",\"role\":\"builder\"}");
        operator().put(WORKSPACES + slug + "/members/bob@nexus.test", "{\"name\":\"Bob\",\"role\":\"admin\"}");
        assertThat(operator().put(limits, "{\"enabled\":true}").at("equalShare")).isEqualTo("50");
        Callable<Integer> hold = () -> service.post(HOLDS, hold("\"credits\":15")).status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> hold).toList()))
                    .extracting(Future::resultNow).filteredOn(status -> status == 201).hasSize(3);
        }
        assertThat(service.post(HOLDS, hold("\"credits\":6")).at("held")).isEqualTo("45");
        assertThat(operator().get(limits).at("builders.0.left")).isEqualTo("5");
    }

    @Test
    @DisplayName("Rule 22: a hold that names no credits takes what the operation has cost the pool")
    void typical_cost_comes_from_the_pools_history() {
        ApiClient service = aLicensedServiceWith(500);
        for (int i = 1; i <= 20; i++) {
            service.post(V1 + "/charges", hold("\"credits\":" + i));
        }

        assertThat(service.post(HOLDS, hold("")).at("credits")).isEqualTo("10.5");
        assertThat(service.get(V1 + "/operations").at("operations.3.basis")).isEqualTo("observed");
    }

    @Test
    void of_one_request_sent_twenty_times_at_once_one_takes() throws Exception {
        ApiClient service = aLicensedServiceWith(500);
        Callable<String> hold = () -> service.post(HOLDS, "same", hold("\"credits\":75")).at("id");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> hold).toList()))
                    .extracting(Future::resultNow)
                    .containsOnly(service.post(HOLDS, "same", hold("\"credits\":75")).at("id"));
        }
        assertThat(service.get(V1 + "/balance").at("held")).isEqualTo("75");
    }

    @Test
    void members_keys_grants_purchases_and_batches_work_too() {
        String slug = aWorkspace();
        String member = WORKSPACES + slug + "/members/eve@nexus.test";

        assertThat(operator().put(member, "{\"name\":\"Eve\",\"role\":\"end_user\",\"password\":\"p\"}").status())
                .isEqualTo(201);
        assertThat(operator().put(member, "{\"name\":\"Eve\",\"role\":\"builder\"}").status()).isEqualTo(200);
        assertThat(operator().post(WORKSPACES + slug + "/grants",
                "{\"credits\":5,\"expiresAt\":\"2090-01-01T00:00:00Z\",\"reason\":\"goodwill\"}").status())
                .isEqualTo(201);
        ApiClient service = serviceOf(slug, "meter", "read", "purchase");
        assertThat(service.post(V1 + "/batch",
                "{\"commands\":[{\"key\":\"a\",\"charge\":" + hold("\"credits\":105") + "}]}").at("results.0.status"))
                .isEqualTo("201");
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("0");
        assertThat(service.get(V1 + "/purchases").status()).isEqualTo(200);
        assertThat(service.post(V1 + "/purchases", "{\"credits\":100}").status()).isEqualTo(402);
        assertThat(operator().delete(member).status()).isEqualTo(204);
    }

    @Test
    void the_verifier_names_what_was_damaged_in_the_database(@Autowired DataSource database) throws Exception {
        String slug = aWorkspace();
        ApiClient service = serviceOf(slug, "meter");
        service.post(HOLDS, hold("\"credits\":20"));
        assertThat(operator().get(V1 + "/operator/verify").json().get("findings")).isEmpty();
        String damaged = "UPDATE ledger_entry SET micros = 7 WHERE seq = 2 AND pool ="
                + " (SELECT pool FROM workspace WHERE slug = ?)";
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(damaged)) {
            statement.setString(1, slug);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }

        var verified = operator().get(V1 + "/operator/verify");

        assertThat(verified.at("ok")).isEqualTo("false");
        assertThat(verified.at("findings.0.workspace")).isEqualTo(slug);
        assertThat(verified.at("findings.0.kind")).isEqualTo("hash");
        assertThat(verified.at("findings.0.seq")).isEqualTo("2");
        assertThat(verified.at("findings.0.what"))
                .isEqualTo("The hash of entry 2 does not follow from the entry and the one before it.");
    }
}
