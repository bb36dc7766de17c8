package scrip.web.demo;

import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Reply;

/** Answers with the number of what was made; anything refused would be a mistake in the demo. */
final class Numbers implements AnswerWriter {

    private static final int DONE = 200;

    @Override
    public Answer write(Reply reply, CreditPool after) {
        return switch (reply) {
            case Reply.Held held -> number(held.hold().number());
            case Reply.Charged charged -> number(charged.charge().number());
            case Reply.Refusal refusal -> throw new IllegalStateException("refused: " + refusal);
            default -> number(0);
        };
    }

    @Override
    public Answer write(Rejection rejection) {
        if (rejection instanceof Rejection.KeyReused) {
            return number(0);
        }
        throw new IllegalStateException("rejected: " + rejection);
    }

    private static Answer number(long number) {
        return new Answer(DONE, Long.toString(number));
    }
}
