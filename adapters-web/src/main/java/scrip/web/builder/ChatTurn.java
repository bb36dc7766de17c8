package scrip.web.builder;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A prompt and what became of it, as kept in the session.
 *
 * @param id
 *            names it in addresses and makes each of its steps happen once
 * @param operation
 *            the operation's key
 * @param state
 *            how far it is
 * @param typical
 *            what it was estimated at, in micro-credits
 * @param most
 *            the binding most, in micro-credits; what a run puts on hold
 * @param number
 *            number of the hold while it runs, of the charge once it is done; the builder's limit in
 *            micro-credits where that is reached; else 0
 * @param since
 *            when it came to this state
 */
record ChatTurn(UUID id, String prompt, String operation, State state, long typical, long most, long number,
        Instant since) implements Serializable {

    /** The life of a prompt. */
    enum State {
        ESTIMATED, RUNNING, DONE, FAILED, CANCELLED, OUT_OF_CREDITS, LIMIT_REACHED
    }

    ChatTurn to(State next, long nextNumber, Instant now) {
        return new ChatTurn(id, prompt, operation, next, typical, most, nextNumber, now);
    }

    /** @return the same prompt asked again */
    ChatTurn again(Instant now) {
        return new ChatTurn(UUID.randomUUID(), prompt, operation, State.ESTIMATED, typical, most, 0, now);
    }

    boolean isOpen() {
        return state == State.ESTIMATED || state == State.RUNNING;
    }
}
