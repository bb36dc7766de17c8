package scrip.application.workspace;

import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Caller;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.RequestKey;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rules 11 and 20: a gift asked for again")
class GiftsTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private Instant now = T;
    private final Desk desk = new Desk(pools, () -> now, Terms.DEFAULT, Desk.Limits.DEFAULT);
    private final Workspaces workspaces = new Workspaces(new InMemoryWorkspaceStore(pools::create), desk, () -> now,
            new Random(1));

    @AfterEach
    void close() {
        desk.close();
    }

    private PoolId aWorkspace() {
        workspaces.put("nexus", "Nexus");
        return workspaces.find("nexus").orElseThrow().pool();
    }

    private Answer give(PoolId pool, String key, Instant end) {
        Caller operator = new Caller(pool, RequestKey.ofOperator(key, "%064x".formatted(end.getEpochSecond())),
                new AnswerWriter() {

                    @Override
                    public Answer write(Reply reply, CreditPool after) {
                        return reply instanceof Reply.Granted ? new Answer(201, after.available().toString())
                                : new Answer(422, reply.toString());
                    }

                    @Override
                    public Answer write(Rejection rejection) {
                        return new Answer(422, rejection.toString());
                    }
                });
        return workspaces.grant(operator, new Command.GrantCredits(Credits.of(30), end, "goodwill")).join();
    }

    @Test
    void is_answered_the_same_although_it_has_ended_meanwhile() {
        PoolId pool = aWorkspace();
        Instant end = T.plusSeconds(3_600);

        Answer first = give(pool, "k", end);
        now = end;
        Answer again = give(pool, "k", end);

        assertThat(first).isEqualTo(new Answer(201, "130"));
        assertThat(again).isEqualTo(new Answer(201, "130", true));
    }

    @Test
    void is_refused_when_it_has_ended_before_it_was_given_and_the_key_stays_free() {
        PoolId pool = aWorkspace();

        assertThat(give(pool, "k", T).status()).isEqualTo(422);
        assertThat(give(pool, "k", T.plusSeconds(1)).status()).isEqualTo(201);
    }
}
