package scrip.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import scrip.application.license.InstanceStore;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Rule 7 over HTTP, with keys that OpenSSL made. */
@TestPropertySource(properties = "scrip.deployment=self-hosted")
class LicenseKeyTest extends ApiTest {

    private static final JsonNode VECTORS = vectors();
    private static final String LICENSE = WORKSPACES + "instance/license";
    private static final String KEY = WORKSPACES + "instance/license-key";

    @Autowired
    private InstanceStore instances;

    @DynamicPropertySource
    static void trustTheVendor(DynamicPropertyRegistry properties) {
        properties.add("scrip.license.public-key", () -> VECTORS.get("publicKey").asString());
    }

    private static JsonNode vectors() {
        try (InputStream in = LicenseKeyTest.class.getResourceAsStream("/license/vectors.json")) {
            return ApiClient.JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void the_instance_of_the_vectors_at_their_time() {
        assertThat(instances.idOr(VECTORS.get("instance").asString())).isEqualTo(VECTORS.get("instance").asString());
        assertThat(operator().put(WORKSPACES + "instance", "{\"name\":\"Nexus\"}").status()).isIn(200, 201);
        assertThat(operator().get(V1 + "/operator/clock").at("now")).isEqualTo(VECTORS.get("now").asString());
    }

    private static String body(String key) {
        return ApiClient.JSON.createObjectNode().put("key", key).toString();
    }

    @TestFactory
    @DisplayName("Rule 7: a key that stands the test is entered, any other refused with its reason")
    Stream<DynamicTest> every_key_gets_its_verdict() {
        return VECTORS.get("keys").valueStream().map(vector -> dynamicTest(vector.get("name").asString(), () -> {
            assertThat(operator().put(LICENSE, license(2, 50)).status()).isEqualTo(200);
            ApiClient service = serviceOf("instance", "read");
            String before = service.get(V1 + "/balance").response().body();

            var reply = operator().put(KEY, body(vector.get("key").asString()));

            String verdict = vector.get("verdict").asString();
            if (verdict.equals("taken")) {
                assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
                assertThat(reply.at("builders")).isEqualTo("5");
            } else {
                assertThat(reply.status()).as(reply.response().body()).isEqualTo(422);
                assertThat(reply.at("code")).isEqualTo("license_invalid");
                assertThat(reply.at("reason")).isEqualTo(verdict);
                assertThat(service.get(V1 + "/balance").response().body()).as("the license in force stays")
                        .isEqualTo(before);
            }
        }));
    }

    @Test
    @DisplayName("Rule 7: the license of a key grants as any other does")
    void the_license_of_a_key_grants() {
        String good = VECTORS.get("keys").get(0).get("key").asString();

        var reply = operator().put(KEY, body(" " + good.substring(0, 70) + " " + good.substring(70)));

        assertThat(reply.response().body()).isEqualTo("""
                {"plan":"Team","builders":5,"creditsPerBuilder":800,"interval":"annual",\
                "startsAt":"2026-03-01T00:00:00Z","endsAt":"2027-03-01T00:00:00Z","timeZone":"Europe/Berlin"}""");
        var balance = serviceOf("instance", "read").get(V1 + "/balance");
        assertThat(balance.at("monthly.granted")).isEqualTo("4000");
        assertThat(balance.at("license.plan")).isEqualTo("Team");
    }

    @Test
    void the_instance_tells_its_id() {
        assertThat(operator().get(KEY).response().body())
                .isEqualTo("{\"instance\":\"" + VECTORS.get("instance").asString() + "\"}");
    }
}
