package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import scrip.domain.audit.Kept;
import scrip.domain.audit.Line;
import scrip.domain.audit.StoredPool;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Transfer;
import scrip.domain.license.License;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.pricing.Receipt;

/**
 * Drives a pool through a test as the application would: has a clock, loads holds and charges, keeps what was decided.
 * After every decision it checks that the books are in order, so each test proves that too.
 */
public final class PoolDriver {

    public static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
    public static final Work WORK = new Work("query", "ada@example.com", false, null);

    private final Terms terms;
    private final KeptBooks kept;
    private final Memories memories;
    private final List<Notice> notices = new ArrayList<>();
    private CreditPool pool;
    private Instant now;
    private int purchases;

    PoolDriver(PoolId id, Instant createdAt, Terms terms) {
        this.terms = terms;
        now = createdAt;
        pool = CreditPool.open(id, createdAt);
        kept = new KeptBooks(pool);
        memories = new Memories(pool);
    }

    // ---- time

    public Instant now() {
        return now;
    }

    /** Moves the clock alone: the pool is not touched. */
    public PoolDriver goTo(Instant instant) {
        now = instant;
        return this;
    }

    public PoolDriver goTo(String instant) {
        return goTo(Instant.parse(instant));
    }

    public PoolDriver pass(Duration duration) {
        return goTo(now.plus(duration));
    }

    // ---- asking

    /** Asks the pool and keeps what it decided. */
    public Reply ask(Command command) {
        return askInOneTurn(List.of(command)).getFirst();
    }

    /** Asks the pool several things in one turn. */
    public List<Reply> askInOneTurn(List<Command> commands) {
        Turn turn = Turn.begin(pool, now, terms, kept.load(commands));
        List<Reply> replies = new ArrayList<>();
        commands.forEach(command -> replies.add(turn.decide(command)));
        Decision decision = turn.end(replies);
        keep(decision);
        return decision.replies();
    }

    /** Lets something else than a single command happen in a turn of the pool. */
    public <T> T inTurn(Function<Turn, T> deed) {
        Turn turn = Turn.begin(pool, now, terms, kept.load(List.of()));
        T result = deed.apply(turn);
        Decision decision = turn.end(List.of());
        keep(decision);
        return result;
    }

    private void keep(Decision decision) {
        kept.keep(decision, now);
        memories.keep(pool, decision);
        notices.addAll(decision.notices());
        pool = decision.pool();
    }

    public PoolDriver touch() {
        ask(new Command.Touch());
        return this;
    }

    private <T extends Reply> T ask(Command command, Class<T> granted) {
        Reply reply = ask(command);
        if (!granted.isInstance(reply)) {
            throw new AssertionError(command + " was answered with " + reply);
        }
        return granted.cast(reply);
    }

    // ---- spending

    public Charge charge(long credits) {
        return charge(Credits.of(credits));
    }

    public Charge charge(Credits credits) {
        return ask(charging(credits, false), Reply.Charged.class).charge();
    }

    public Charge chargeEvenIntoDebt(long credits) {
        return ask(charging(Credits.of(credits), true), Reply.Charged.class).charge();
    }

    public Reply tryCharge(long credits) {
        return ask(charging(Credits.of(credits), false));
    }

    private static Command charging(Credits credits, boolean shortfallIsDebt) {
        return new Command.MakeCharge(WORK, credits, Receipt.REPORTED, shortfallIsDebt);
    }

    public Hold hold(long credits) {
        return hold(credits, QUARTER_OF_AN_HOUR);
    }

    public Hold hold(long credits, Duration timeToLive) {
        return ask(new Command.PlaceHold(WORK, Credits.of(credits), null, timeToLive), Reply.Held.class).hold();
    }

    public Hold holdWithCeiling(long credits, long ceiling) {
        return ask(new Command.PlaceHold(WORK, Credits.of(credits), Credits.of(ceiling), QUARTER_OF_AN_HOUR),
                Reply.Held.class).hold();
    }

    public Reply tryHold(long credits) {
        return ask(new Command.PlaceHold(WORK, Credits.of(credits), null, QUARTER_OF_AN_HOUR));
    }

    public Charge settle(Hold hold, long used) {
        return ask(new Command.Settle(hold.number(), Credits.of(used), Receipt.REPORTED), Reply.Charged.class).charge();
    }

    public Hold release(Hold hold) {
        return ask(new Command.Release(hold.number()), Reply.Released.class).hold();
    }

    public Hold extend(Hold hold, Duration timeToLive) {
        return ask(new Command.Extend(hold.number(), timeToLive), Reply.Extended.class).hold();
    }

    public Reply.MadeGood makeGood(Charge charge) {
        return ask(new Command.MakeGood(charge.number(), null, "failed run"), Reply.MadeGood.class);
    }

    public Reply.MadeGood makeGood(Charge charge, long credits) {
        return ask(new Command.MakeGood(charge.number(), Credits.of(credits), "failed run"), Reply.MadeGood.class);
    }

    // ---- arrivals

    /** A purchase paid and heard of now; the first one of a pool is P1, the next P2. */
    public PoolDriver buy(long credits) {
        return buyPaidAt(credits, now);
    }

    public PoolDriver buyPaidAt(long credits, String paidAt) {
        return buyPaidAt(credits, Instant.parse(paidAt));
    }

    public PoolDriver buyPaidAt(long credits, Instant paidAt) {
        return buy(credits, 0, paidAt);
    }

    public PoolDriver buy(long credits, long bonus, Instant paidAt) {
        purchases++;
        ask(new Command.CreditPurchase("P" + purchases, Credits.of(credits), Credits.of(bonus), paidAt),
                Reply.PurchaseCredited.class);
        return this;
    }

    public Grant gift(long credits, String expiresAt) {
        return ask(new Command.GrantCredits(Credits.of(credits), Instant.parse(expiresAt), "goodwill"),
                Reply.Granted.class).grant();
    }

    public PoolDriver enter(LicenseFixture license) {
        return enter(license.license());
    }

    public PoolDriver enter(License license) {
        ask(new Command.EnterLicense(license), Reply.LicenseSet.class);
        return this;
    }

    public PoolDriver endLicense() {
        ask(new Command.EndLicense(), Reply.LicenseSet.class);
        return this;
    }

    // ---- limits

    /** Says who builds as a member of the pool's workspace. */
    public PoolDriver admit(String... emails) {
        kept.admit(Set.of(emails));
        return this;
    }

    public PoolDriver limit(Limits limits) {
        ask(new Command.SetLimits(limits), Reply.LimitsSet.class);
        return this;
    }

    // ---- looking

    /** @return the pool as it is at the clock's instant; nothing is kept, so looking changes nothing */
    public CreditPool look() {
        return pool.at(now, terms, kept.load(List.of()));
    }

    /** @return the pool as it was last written */
    public CreditPool written() {
        return pool;
    }

    /** @return the pool as it stood at an instant of its past */
    public CreditPool past(Instant instant) {
        return memories.of(instant).orElseThrow().at(instant, terms);
    }

    Memories memories() {
        return memories;
    }

    /** @return all that is remembered of its past, for a verifier */
    public List<StoredPool> remembered() {
        return memories.all(kept().lines().stream().map(Line::entry).toList());
    }

    public Hold hold(Hold hold) {
        return kept.hold(hold.number());
    }

    public Charge charge(Charge charge) {
        return kept.charge(charge.number());
    }

    /** @return every notice so far */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** @return what the notices so far are about */
    public List<Matter> told() {
        return notices.stream().map(Notice::matter).toList();
    }

    public Terms terms() {
        return terms;
    }

    /** @return everything that is kept, for a verifier */
    public Kept kept() {
        return kept.kept(pool);
    }

    public List<Transfer> ledger() {
        return kept.journal();
    }

    /** @return the instants at which the running period and those after it end, as the pool lives through them */
    public List<Instant> renewals(int count) {
        Set<Instant> ends = new LinkedHashSet<>();
        while (ends.size() < count) {
            Instant end = look().period().endExclusive();
            ends.add(end);
            goTo(end);
        }
        return List.copyOf(ends);
    }
}
