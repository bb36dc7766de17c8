package scrip.web.builder;

import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Reply;

/** What metering answers the assistant: a status, and the number of the hold or charge, or the limit in the way. */
final class MeterWords implements AnswerWriter {

    static final int TAKEN = 200;
    static final int OUT_OF_CREDITS = 402;
    static final int LIMIT_REACHED = 403;
    private static final int REFUSED = 409;

    @Override
    public Answer write(Reply reply, CreditPool after) {
        return switch (reply) {
            case Reply.Held held -> taken(held.hold().number());
            case Reply.Charged charged -> taken(charged.charge().number());
            case Reply.Released released -> taken(released.hold().number());
            case Reply.Insufficient _ -> new Answer(OUT_OF_CREDITS, "");
            case Reply.LimitReached reached ->
                    new Answer(LIMIT_REACHED, Long.toString(reached.limit().micros()));
            default -> new Answer(REFUSED, "");
        };
    }

    @Override
    public Answer write(Rejection rejection) {
        return new Answer(REFUSED, "");
    }

    private static Answer taken(long number) {
        return new Answer(TAKEN, Long.toString(number));
    }

    /** @return the number in an answer that says {@link #TAKEN}, or the limit that was {@link #LIMIT_REACHED} */
    static long number(Answer answer) {
        return Long.parseLong(answer.body());
    }
}
