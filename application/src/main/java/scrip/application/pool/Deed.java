package scrip.application.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import scrip.domain.pool.Turn;
import scrip.domain.purchase.Purchase;

/** What a request does when its turn has come: quick, without I/O, and again from the start if the store has to. */
@FunctionalInterface
public interface Deed {

    /**
     * @param turn
     *            the pool's open turn, to decide commands with
     * @param found
     *            what the request had named
     */
    Outcome act(Turn turn, Found found);

    /**
     * @param now
     *            the instant of the turn
     * @param purchases
     *            the purchases named, by id, as earlier requests of the turn left them
     */
    record Found(Instant now, Map<String, Purchase> purchases) {}

    /**
     * @param answer
     *            for the caller, once all is durable
     * @param keep
     *            whether the answer is kept under the request's key
     * @param purchases
     *            purchases that are new or changed
     */
    record Outcome(Answer answer, boolean keep, List<Purchase> purchases) {

        public static Outcome kept(Answer answer) {
            return new Outcome(answer, true, List.of());
        }

        public static Outcome notKept(Answer answer) {
            return new Outcome(answer, false, List.of());
        }
    }
}
