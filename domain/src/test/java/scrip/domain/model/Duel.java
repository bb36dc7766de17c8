package scrip.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Kept;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;
import scrip.domain.model.NaivePool.GivenBack;
import scrip.domain.model.NaivePool.Held;
import scrip.domain.model.NaivePool.Spent;
import scrip.domain.notice.Notice;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Taken;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks the domain and the model the same, and fails where their answers or balances differ. */
public final class Duel {

    private static final int REMEMBERED = Integer.getInteger("scrip.model.story", 40);

    private final PoolDriver domain;
    private final NaivePool model;
    private final Map<Long, Held> holds = new LinkedHashMap<>();
    private final Map<Long, Spent> charges = new LinkedHashMap<>();
    private final Map<String, Bought> purchases = new LinkedHashMap<>();
    private final Deque<Step> story = new ArrayDeque<>();

    /** What was asked when. */
    private record Step(Instant now, List<Command> commands) {}

    public Duel(PoolId id, Instant createdAt, long freeCredits) {
        domain = PoolFixture.aPool().withId(id).createdAt(createdAt.toString()).withFreePlan(freeCredits).open()
                .admit(RandomLife.MEMBERS.toArray(String[]::new));
        model = new NaivePool(createdAt, Credits.of(freeCredits).micros(), RandomLife.MEMBERS);
        play(createdAt, List.of(new Command.Touch()));
    }

    public CreditPool pool() {
        return domain.written();
    }

    /** @return the pool at an instant at which nothing happens until then */
    CreditPool look(Instant instant) {
        return domain.goTo(instant).look();
    }

    /** @return the pool as it stood at an instant of its past */
    CreditPool past(Instant instant) {
        return domain.past(instant);
    }

    /** @return every notice so far */
    List<Notice> notices() {
        return domain.notices();
    }

    List<Long> holds() {
        return List.copyOf(holds.keySet());
    }

    List<Long> charges() {
        return List.copyOf(charges.keySet());
    }

    List<Map.Entry<String, Bought>> purchases() {
        return List.copyOf(purchases.entrySet());
    }

    public Terms terms() {
        return domain.terms();
    }

    /** @return everything that is kept of the pool, for a verifier */
    public Kept kept() {
        return domain.kept();
    }

    public List<Transfer> ledger() {
        return domain.ledger();
    }

    /** @return what has happened lately, to be read when it has gone wrong */
    public String story() {
        return story.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }

    public void play(Instant now, List<Command> commands) {
        story.add(new Step(now, commands));
        if (story.size() > REMEMBERED) {
            story.removeFirst();
        }
        List<Reply> replies = domain.goTo(now).askInOneTurn(commands);
        model.passTo(now);
        for (int i = 0; i < commands.size(); i++) {
            answer(commands.get(i), replies.get(i));
        }
        Balance expected = model.balance();
        Balance actual = Balance.of(domain.written());
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private void answer(Command command, Reply reply) {
        switch (command) {
            case Command.PlaceHold c -> held(c, reply);
            case Command.Settle c -> settled(c, reply);
            case Command.Release c -> changed(c.hold(), reply, model::release);
            case Command.Extend c -> changed(c.hold(), reply, hold -> model.extend(hold, c.timeToLive()));
            case Command.MakeCharge c -> charged(c, reply);
            case Command.MakeGood c -> madeGood(c, reply);
            case Command.GrantCredits c -> model.gift(c.credits().micros(), c.expiresAt());
            case Command.EnterLicense c -> model.enterLicense(c.license());
            case Command.EndLicense _ -> model.endLicense();
            case Command.CreditPurchase c -> purchases.put(c.purchase(),
                    model.purchase(c.credits().micros(), c.bonus().micros(), c.paidAt()));
            case Command.SetLimits c -> model.limit(c.limits());
            case Command.TakeBack c -> takenBack(c, (Reply.TakenBack) reply);
            case Command.PutBack c -> putBack(c, (Reply.PutBack) reply);
            case Command.TellPaymentFailed _ -> same(reply, new Reply.Noted());
            case Command.Touch _ -> same(reply, new Reply.Touched());
        }
    }

    private void held(Command.PlaceHold c, Reply reply) {
        boolean free = c.work().ownKey();
        Long ceiling = c.ceiling() == null ? null : c.ceiling().micros();
        Long limit = model.limitInTheWay(c.work().builder(), free ? 0 : c.credits().micros());
        if (limit != null) {
            same(((Reply.LimitReached) reply).limit().micros(), limit);
            return;
        }
        Held hold = model.hold(c.work().builder(), free ? 0 : c.credits().micros(), ceiling, free, c.timeToLive());
        if (reply instanceof Reply.Held(var granted) && hold != null) {
            same(granted.expiresAt(), hold.expires);
            holds.put(granted.number(), hold);
        } else {
            same(reply instanceof Reply.Insufficient, hold == null);
        }
    }

    private void settled(Command.Settle c, Reply reply) {
        Held hold = holds.get(c.hold());
        if (hold == null) {
            same(reply, new Reply.NoSuchHold());
        } else if (hold.state.equals("settled") || hold.state.equals("released")) {
            same(reply.getClass(), Reply.HoldClosed.class);
        } else {
            same(reply, model.settle(hold, c.used().micros()));
        }
    }

    private void changed(long number, Reply reply, Consumer<Held> change) {
        Held hold = holds.get(number);
        if (hold == null) {
            same(reply, new Reply.NoSuchHold());
        } else if (hold.state.equals("held")) {
            same(reply instanceof Reply.Released || reply instanceof Reply.Extended, true);
            change.accept(hold);
        } else {
            same(reply.getClass(), Reply.HoldClosed.class);
        }
    }

    private void charged(Command.MakeCharge c, Reply reply) {
        long micros = c.work().ownKey() ? 0 : c.credits().micros();
        Long limit = model.limitInTheWay(c.work().builder(), micros);
        if (limit != null) {
            same(((Reply.LimitReached) reply).limit().micros(), limit);
            return;
        }
        Spent spent = model.charge(c.work().builder(), micros, c.shortfallIsDebt());
        if (spent == null) {
            same(reply.getClass(), Reply.Insufficient.class);
        } else {
            same(reply, spent);
        }
    }

    private void same(Reply reply, Spent spent) {
        same(reply.getClass(), Reply.Charged.class);
        Charge charge = ((Reply.Charged) reply).charge();
        same(charge.credits().micros(), spent.left());
        same(charge.debt().micros(), spent.owed);
        same(charge.waived().micros(), spent.waived);
        same(charge.late(), spent.late);
        for (Account account : List.of(Account.MONTHLY, Account.PROMOTIONAL, Account.ADD_ON)) {
            long part = spent.bits.stream().filter(bit -> bit.from.kind.name().equals(account.name()))
                    .mapToLong(bit -> bit.micros).sum();
            same(charge.slices().of(account).micros(), part);
        }
        charges.put(charge.number(), spent);
    }

    private void madeGood(Command.MakeGood c, Reply reply) {
        Spent spent = charges.get(c.charge());
        if (spent == null) {
            same(reply, new Reply.NoSuchCharge());
            return;
        }
        long wanted = c.credits() == null ? spent.left() : c.credits().micros();
        if (spent.left() == 0) {
            same(reply.getClass(), Reply.ChargeAlreadyRefunded.class);
        } else if (wanted > spent.left()) {
            same(reply, new Reply.MoreThanCharged(Credits.ofMicros(spent.left())));
        } else {
            GivenBack given = model.makeGood(spent, wanted);
            Reply.MadeGood made = (Reply.MadeGood) reply;
            same(new GivenBack(made.returned().total().micros(), made.asPromotional().micros(),
                    made.forgiven().micros()), given);
        }
    }

    private void takenBack(Command.TakeBack c, Reply.TakenBack reply) {
        Bought bought = purchases.get(c.purchase());
        model.takeBack(bought, c.credits().micros(), c.bonus().micros());
        bought.room -= c.credits().micros();
        bought.bonusRoom -= c.bonus().micros();
        bought.gone += c.credits().micros();
        bought.bonusGone += c.bonus().micros();
        bought.takenByDomain = bought.takenByDomain.plus(reply.taken());
        sameTaken(bought);
    }

    private void putBack(Command.PutBack c, Reply.PutBack reply) {
        Bought bought = purchases.get(c.purchase());
        model.putBack(bought, c.credits().micros(), c.bonus().micros());
        bought.gone -= c.credits().micros();
        bought.bonusGone -= c.bonus().micros();
        bought.takenByDomain = reply.taken();
        sameTaken(bought);
    }

    private static void sameTaken(Bought bought) {
        Taken taken = bought.takenByDomain;
        same(taken.credits().all().micros(), bought.gone);
        same(taken.bonus().all().micros(), bought.bonusGone);
        same(taken.credits().slices().total().micros(), Parcel.sum(bought.taken));
        same(taken.bonus().slices().total().micros(), Parcel.sum(bought.bonusTaken));
    }

    /** Cheaper than building an assertion for each of millions. */
    private static void same(@Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    /** @return when something is due next or was lately, at which it is worth to look */
    List<Instant> boundaries() {
        List<Instant> all = new ArrayList<>();
        CreditPool pool = domain.written();
        all.add(pool.period().endExclusive());
        all.add(pool.asOf().plus(Duration.ofMinutes(15)));
        pool.stock().grants().forEach(grant -> all.add(grant.expiresAt()));
        holds.values().stream().filter(hold -> hold.state.equals("held")).forEach(hold -> all.add(hold.expires));
        if (pool.stock().addOn().endsAt() != null) {
            all.add(pool.stock().addOn().endsAt());
        }
        pool.licensing().nextChangeAfter(pool.asOf()).ifPresent(all::add);
        return all;
    }
}
