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

    /** Does the work unless the key has been used; what was refused before it was tried leaves the key unused. */
    Outcome once(String key, String fingerprint, Supplier<Answer> work) {
        Optional<JsonObject> earlier = store.find(Kind.REQUEST, key);
        if (earlier.isEmpty()) {
            Answer answer = work.get();
            if (answer.isKept()) {
                store.save(Kind.REQUEST, key,
                        new Fields().put("fingerprint", fingerprint).put("status", answer.status())
                                .put("body", answer.body()).json());
            }
            return new Outcome(answer, false);
        }
        boolean same = Fields.text(earlier.get(), "fingerprint").filter(fingerprint::equals).isPresent();
        return same
                ? new Outcome(kept(earlier.get()), true)
                : new Outcome(Answer.otherRequest(key), false);
    }

    private static Answer kept(JsonObject earlier) {
        int status = (int) Fields.number(earlier, "status");
        return new Answer(status == 0 ? 200 : status, earlier.getAsJsonObject("body"));
    }
}
