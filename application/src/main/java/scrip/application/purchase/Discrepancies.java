package scrip.application.purchase;

import java.time.Instant;
import java.util.List;

/** What the gateway and we do not agree in, until the operator has settled it. */
public interface Discrepancies {

    /** Raises one; raised again, only its detail and when it was last seen change. */
    void raise(Discrepancy.Kind kind, String subject, String detail, Instant at);

    /**
     * @param limit
     *            1 to 1,000
     * @return those last seen at or after an instant, latest first
     */
    List<Discrepancy> since(Instant seenSinceInclusive, int limit);

    /** @return how many there are */
    int count();

    /**
     * Puts one away, because the operator has seen to it; if it still is so, it is raised again.
     *
     * @return false if it is not there
     */
    boolean settle(Discrepancy.Kind kind, String subject);
}
