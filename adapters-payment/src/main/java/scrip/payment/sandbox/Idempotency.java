package scrip.payment.sandbox;

import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonObject;

/** Answers a repeated request as the first time, and refuses a key that comes back with something else, as Stripe does. */
final class Idempotency {

    private final SandboxStore store;

    Idempotency(SandboxStore store) {
        this.store = store;
    }

    /**
     * What to answer.
     *
     * @param replayed
     *            whether it is the answer of an earlier request
     */
    record Outcome(Answer answer, boolean replayed) {}

    /** Does the work unless the key has been used; refusals leave the key unused. */
    Outcome once(String key, String fingerprint, Supplier<Answer> work) {
        Optional<JsonObject> earlier = store.find(Kind.REQUEST, key);
        if (earlier.isEmpty()) {
            Answer answer = work.get();
            if (answer.isOk()) {
                store.save(Kind.REQUEST, key,
                        new Fields().put("fingerprint", fingerprint).put("body", answer.body()).json());
            }
            return new Outcome(answer, false);
        }
        boolean same = Fields.text(earlier.get(), "fingerprint").filter(fingerprint::equals).isPresent();
        return same
                ? new Outcome(Answer.ok(earlier.get().getAsJsonObject("body")), true)
                : new Outcome(Answer.otherRequest(key), false);
    }
}
