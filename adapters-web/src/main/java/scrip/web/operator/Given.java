package scrip.web.operator;

import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Reply;

/** Notes under the form's key that a gift was given; another one has another key. */
final class Given implements AnswerWriter {

    private static final int CREATED = 201;

    @Override
    public Answer write(Reply reply, CreditPool after) {
        return switch (reply) {
            case Reply.Granted _ -> new Answer(CREATED, "");
            case Reply.AlreadyOver _ -> new Answer(0, "");
            default -> throw new IllegalStateException("no gift is answered with " + reply);
        };
    }

    @Override
    public Answer write(Rejection rejection) {
        return new Answer(0, "");
    }
}
