package scrip.benchmarks.design;

import java.time.Duration;

import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Wants;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pricing.Receipt;

/** Scrip's own: requests are gathered at the desk and committed together. */
public final class DeskDesign implements Design {

    private static final Answer REUSED = new Answer(422, "{}");
    private static final String FINGERPRINT = "ab".repeat(32);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Desk desk;

    /** @param desk closed with this */
    public DeskDesign(Desk desk) {
        this.desk = desk;
    }

    @Override
    public long hold(PoolId pool, String key) {
        long[] number = new long[1];
        desk.ask(ask(pool, key, Wants.NOTHING, (turn, _) -> switch (turn.decide(
                new Command.PlaceHold(WORK, HELD, null, LIFE))) {
            case Reply.Held held -> {
                number[0] = held.hold().number();
                yield Deed.Outcome.kept(new Answer(201, Design.answer(pool, "hold", number[0])));
            }
            case Reply reply -> throw unexpected(reply);
        }));
        return number[0];
    }

    @Override
    public void settle(PoolId pool, long hold, String key) {
        desk.ask(ask(pool, key, Wants.hold(hold), (turn, _) -> switch (turn.decide(
                new Command.Settle(hold, USED, Receipt.REPORTED))) {
            case Reply.Charged charged ->
                    Deed.Outcome.kept(new Answer(200, Design.answer(pool, "charge", charged.charge().number())));
            case Reply reply -> throw unexpected(reply);
        }));
    }

    private static Ask ask(PoolId pool, String key, Wants wants, Deed deed) {
        return new Ask(pool, RequestKey.ofService(key, FINGERPRINT), wants, deed, REUSED);
    }

    private static IllegalStateException unexpected(Reply reply) {
        return new IllegalStateException("the load is not refused anything: " + reply);
    }

    @Override
    public void close() {
        desk.close();
    }
}
