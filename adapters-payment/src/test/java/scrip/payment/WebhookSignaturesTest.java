package scrip.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.application.payment.VerifiedEvent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignaturesTest {

    private static final String SECRET = "whsec_current";
    private static final String OLD_SECRET = "whsec_retiring";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long T = NOW.getEpochSecond();
    private static final byte[] BODY = """
            {"id": "evt_1", "object": "event", "type": "checkout.session.completed", "created": 1772366400,
             "data": {"object": {"note": "Zürich ✓"}}}""".getBytes(UTF_8);

    private final WebhookSignatures signatures = new WebhookSignatures(() -> List.of(SECRET, OLD_SECRET),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_delivery_signed_as_stripe_documents_it_is_genuine() {
        assertThat(signatures.verify(BODY, IndependentSigner.header(SECRET, T, BODY)))
                .contains(new VerifiedEvent("evt_1", "checkout.session.completed", Instant.ofEpochSecond(1772366400),
                        new String(BODY, UTF_8)));
    }

    @Test
    void while_secrets_are_rotated_either_is_good() {
        assertThat(signatures.verify(BODY, IndependentSigner.header(OLD_SECRET, T, BODY))).isPresent();
        assertThat(signatures.verify(BODY, IndependentSigner.header("whsec_other", T, BODY))).isEmpty();
    }

    @Test
    void one_good_signature_among_several_is_enough() {
        String header = "t=" + T + ",v1=" + "0".repeat(64) + ",v0=abc,v1="
                + IndependentSigner.signature(SECRET, T, BODY);

        assertThat(signatures.verify(BODY, header)).isPresent();
    }

    @Test
    void a_signature_is_good_for_300_seconds_either_way() {
        assertThat(signatures.verify(BODY, IndependentSigner.header(SECRET, T - 300, BODY))).isPresent();
        assertThat(signatures.verify(BODY, IndependentSigner.header(SECRET, T - 301, BODY))).isEmpty();
        assertThat(signatures.verify(BODY, IndependentSigner.header(SECRET, T + 300, BODY))).isPresent();
        assertThat(signatures.verify(BODY, IndependentSigner.header(SECRET, T + 301, BODY))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ",", "=", "t", "t=", "t=abc", "t=abc,v1=abc", "t=1e9,v1=x", "v1", "v1=", "v1=,t=",
        "t=-1,v1=00", "t=99999999999999999999999999,v1=00", "t=9223372036854775807,v1=00", "t=0,v1=00", "T=1,V1=2",
        "t=1772366400", "t=1772366400,v1", "t=1772366400,v1=", "t=1772366400,v0=00", "🙂=🙂,t=🙂", "t==,v1=="})
    void a_malformed_header_is_no_signature(String header) {
        assertThat(signatures.verify(BODY, header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "true", "1", "\"text\"", "[]", "{}", "{", "}", "{\"id\":", "not json",
        "{\"id\": \"evt_1\"}", "{\"id\": \"evt_1\", \"type\": \"x\"}",
        "{\"id\": 1, \"type\": \"x\", \"created\": 1}", "{\"id\": \"\", \"type\": \"x\", \"created\": 1}",
        "{\"id\": \"e\", \"type\": null, \"created\": 1}", "{\"id\": \"e\", \"type\": \"x\", \"created\": \"1\"}",
        "{\"id\": \"e\", \"type\": \"x\", \"created\": 1.5}",
        "{\"id\": \"e\", \"type\": \"x\", \"created\": 9223372036854775807}",
        "{\"id\": \"e\", \"type\": \"x\", \"created\": 1} trailing", "{id: 'e', type: 'x', created: 1}",
        "<html></html>"})
    void a_genuine_signature_over_something_that_is_no_event_is_refused_too(String body) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThat(signatures.verify(bytes, IndependentSigner.header(SECRET, T, bytes))).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_and_nesting_without_end_are_refused() {
        byte[] latin = "{\"id\":\"é\",\"type\":\"x\",\"created\":1}".getBytes(ISO_8859_1);
        byte[] deep = "[".repeat(100_000).getBytes(UTF_8);
        byte[] deepObject = ("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)).getBytes(UTF_8);

        for (byte[] body : List.of(latin, deep, deepObject)) {
            assertThat(signatures.verify(body, IndependentSigner.header(SECRET, T, body))).isEmpty();
        }
    }

    @Test
    void whatever_is_changed_in_body_or_header_nothing_passes_and_nothing_breaks() {
        long seed = 20260301;
        Random random = new Random(seed);
        String header = IndependentSigner.header(SECRET, T, BODY);
        for (int i = 0; i < 5_000; i++) {
            byte[] body = BODY.clone();
            body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(signatures.verify(body, header)).as("seed %d, round %d", seed, i).isEmpty();

            char[] letters = header.toCharArray();
            letters[random.nextInt(letters.length)] = (char) random.nextInt(0x3000);
            String changed = new String(letters);
            if (!changed.equals(header)) {
                assertThat(signatures.verify(BODY, changed)).as("seed %d, round %d", seed, i).isEmpty();
            }
        }
    }
}
