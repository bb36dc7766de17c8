package scrip.application.metering;

import scrip.application.pool.Answer;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Reply;

/** Puts what was decided into the words that go out; called within the pool's turn, so quick and without I/O. */
public interface AnswerWriter {

    /** @param after the pool as the reply left it */
    Answer write(Reply reply, CreditPool after);

    Answer write(Rejection rejection);
}
