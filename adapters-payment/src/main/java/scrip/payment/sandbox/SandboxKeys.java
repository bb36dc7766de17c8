package scrip.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** The sandbox's own API key and webhook secret: drawn once, and kept with its other objects. */
public final class SandboxKeys {

    private static final int LENGTH = 32;

    private final SandboxStore store;
    private final @Nullable String givenApiKey;
    private final @Nullable String givenSecret;
    private volatile @Nullable JsonObject drawn;

    SandboxKeys(SandboxStore store, SandboxSettings settings) {
        this.store = store;
        this.givenApiKey = settings.apiKey();
        this.givenSecret = settings.webhookSecret();
    }

    /** The key that opens the sandbox's API. */
    public String apiKey() {
        return givenApiKey == null ? drawn("api_key") : givenApiKey;
    }

    /** The secret that the sandbox signs its events with. */
    public String webhookSecret() {
        return givenSecret == null ? drawn("webhook_secret") : givenSecret;
    }

    private String drawn(String name) {
        JsonObject keys = drawn;
        if (keys == null) {
            JsonObject fresh = new Fields().put("api_key", "sk_test_" + SandboxIds.letters(LENGTH))
                    .put("webhook_secret", "whsec_" + SandboxIds.letters(LENGTH)).json();
            keys = store.saveIfAbsent(Kind.SETTING, "keys", fresh);
            drawn = keys;
        }
        return Fields.text(keys, name).orElseThrow();
    }
}
