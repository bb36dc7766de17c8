package scrip.application.purchase;

import scrip.application.pool.Answer;

/** Puts what became of a refund into the words that go out; quick and without I/O. */
@FunctionalInterface
public interface RefundWriter {

    Answer write(RefundOutcome outcome);
}
