package scrip.domain.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import scrip.domain.audit.Kept;
import scrip.domain.audit.StoredPool;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.ledger.Transfer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a store would keep of a pool, and whether it is in order after every decision. */
final class KeptBooks {

    private final Map<Long, Hold> holds = new HashMap<>();
    private final Map<Long, Hold> open = new LinkedHashMap<>();
    private final Map<Long, Charge> charges = new HashMap<>();
    private final List<Transfer> journal = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Usage> usage = new ArrayList<>();
    private final Map<Account, Long> sums = new EnumMap<>(Account.class);
    private final Map<String, Long> sumsBySource = new HashMap<>();
    private final HashChain chain;
    private long charged;
    private Instant asOf;
    private CreditPool written;
    private Set<String> members = Set.of();

    KeptBooks(CreditPool pool) {
        written = pool;
        chain = new HashChain(pool.id().value(), 0, ChainHash.GENESIS);
        asOf = pool.asOf();
        for (Account account : Account.values()) {
            sums.put(account, 0L);
        }
    }

    /** @return every open hold, also those not yet due, and whatever the commands name */
    Loaded load(Collection<Command> commands) {
        Map<Long, Hold> loaded = new LinkedHashMap<>(open);
        List<Charge> named = new ArrayList<>();
        for (Command command : commands) {
            switch (command) {
                case Command.Settle c -> put(loaded, c.hold());
                case Command.Release c -> put(loaded, c.hold());
                case Command.Extend c -> put(loaded, c.hold());
                case Command.MakeGood c when charges.containsKey(c.charge()) -> named.add(charges.get(c.charge()));
                default -> {}
            }
        }
        boolean limited = written.limits().enabled() || commands.stream().anyMatch(Command.SetLimits.class::isInstance);
        return new Loaded(loaded.values(), named, limited ? builders(commands) : null);
    }

    /** Those who build as members of the pool's workspace. */
    void admit(Set<String> emails) {
        members = emails;
    }

    /** What commands' builders used and hold, added up from all charges and open holds there are. */
    private Builders builders(Collection<Command> commands) {
        Map<String, BuilderUse> uses = new HashMap<>();
        Set<String> limited = new HashSet<>(written.limits().custom().keySet());
        for (Command command : commands) {
            switch (command) {
                case Command.PlaceHold c -> uses.put(c.work().builder(), use(c.work().builder()));
                case Command.MakeCharge c -> uses.put(c.work().builder(), use(c.work().builder()));
                case Command.SetLimits c -> limited.addAll(c.limits().custom().keySet());
                default -> {}
            }
        }
        limited.retainAll(members);
        return new Builders(members.size(), limited, uses);
    }

    private BuilderUse use(String builder) {
        Credits used = Credits.ZERO;
        for (Charge charge : charges.values()) {
            boolean counts = charge.period() == written.period().number() && charge.work().builder().equals(builder);
            used = counts ? used.plus(charge.left()) : used;
        }
        Credits held = Credits.ZERO;
        for (Hold hold : open.values()) {
            held = hold.work().builder().equals(builder) ? held.plus(hold.credits()) : held;
        }
        return new BuilderUse(used, held);
    }

    private void put(Map<Long, Hold> loaded, long number) {
        if (holds.containsKey(number)) {
            loaded.put(number, holds.get(number));
        }
    }

    /** Keeps what was decided and checks that the pool, its holds and charges are what its ledger says. */
    void keep(Decision decision, Instant now) {
        decision.transfers().forEach(this::book);
        decision.holds().forEach(this::keep);
        decision.charges().forEach(this::keep);
        decision.repayments().forEach(repayment -> keep(charges.get(repayment.charge())
                .withRepaid(new Slices(List.of(repayment.from())))));
        CreditPool pool = decision.pool();
        written = pool;
        checkTime(decision, now);
        checkSums(pool);
        checkSources(pool);
        checkHolds(pool);
        checkCharges(decision);
        checkChain(decision, now);
    }

    private void book(Transfer transfer) {
        long credits = transfer.credits().micros();
        journal.add(transfer);
        sums.merge(transfer.from(), -credits, Math::addExact);
        sums.merge(transfer.to(), credits, Math::addExact);
        if (transfer.source() != null) {
            String source = transfer.source().code();
            sumsBySource.merge(source, stock(transfer.to()) * credits - stock(transfer.from()) * credits, Long::sum);
        }
    }

    /** What is held is no stock here: it is counted by its hold. */
    private static int stock(Account account) {
        return account.kind() == Account.Kind.STOCK && account != Account.HELD ? 1 : 0;
    }

    private void keep(Hold hold) {
        holds.put(hold.number(), hold);
        if (hold.isOpen()) {
            open.put(hold.number(), hold);
        } else {
            open.remove(hold.number());
        }
    }

    private void keep(Charge charge) {
        Charge before = charges.put(charge.number(), charge);
        charged += charge.left().micros() - (before == null ? 0 : before.left().micros());
    }

    /** Time never runs back, and nothing is written down as due in the time to come. */
    private void checkTime(Decision decision, Instant now) {
        Instant from = asOf;
        asOf = decision.pool().asOf();
        check(asOf, now.isAfter(from) ? now : from, "as of");
        decision.transfers().forEach(t -> assertThat(t.dueAt()).as("due").isBeforeOrEqualTo(asOf));
    }

    private void checkSums(CreditPool pool) {
        checkCredits(pool.stock().monthly(), sums.get(Account.MONTHLY), "monthly");
        checkCredits(pool.stock().promotional(), sums.get(Account.PROMOTIONAL), "promotional");
        checkCredits(pool.stock().addOn().available(), sums.get(Account.ADD_ON), "add_on");
        checkCredits(pool.held().total(), sums.get(Account.HELD), "held");
        checkCredits(pool.debt(), -sums.get(Account.DEBT), "debt");
        check(sums.get(Account.SPENT), charged, "spent, as the charges say,");
        check(sums.values().stream().mapToLong(Long::longValue).sum(), 0L, "sum of all accounts");
        if (pool.debt().isPositive()) {
            check(pool.available(), Credits.ZERO, "available beside a debt");
        }
    }

    private void checkSources(CreditPool pool) {
        Stock stock = pool.stock();
        Map<String, Long> left = new HashMap<>();
        left.put("m:" + stock.period(), stock.monthly().micros());
        stock.grants().forEach(grant -> left.put("p:" + grant.number(), grant.available().micros()));
        stock.addOn().lots().forEach(lot -> left.put("a:" + lot.purchase(), lot.available().micros()));
        left.values().removeIf(amount -> amount == 0);
        sumsBySource.values().removeIf(amount -> amount == 0);
        check(sumsBySource, left, "stock by source");
        check(stock.period(), pool.period().number(), "period of the stock");
    }

    private void checkHolds(CreditPool pool) {
        long total = 0;
        for (Hold hold : open.values()) {
            check(hold.slices().total(), hold.credits(), "slices of hold " + hold.number());
            check(hold.expiresAt().isAfter(pool.asOf()), true, "an open hold has time left");
            total += hold.credits().micros();
        }
        checkCredits(pool.held().total(), total, "open holds");
    }

    /** What can still be given back of a charge is what it took, or what is still owed for it. */
    private void checkCharges(Decision decision) {
        for (Charge changed : decision.charges()) {
            Charge charge = charges.get(changed.number());
            Credits owed = Credits.ZERO;
            for (Debt debt : decision.pool().debts()) {
                owed = debt.isOfCharge(charge.number()) ? owed.plus(debt.outstanding()) : owed;
            }
            check(charge.refundable().total().plus(owed), charge.left(), "refundable of charge " + charge.number());
            check(charge.slices().total().plus(charge.debt()), charge.credits(), "charge " + charge.number());
        }
    }

    /** Sealed by one chain that goes on and by another that begins here: the entries are the same. */
    private void checkChain(Decision decision, Instant now) {
        HashChain again = new HashChain(decision.pool().id().value(), chain.seq(), chain.last());
        List<Entry> sealed = chain.seal(decision.transfers(), now);
        check(again.seal(decision.transfers(), now), sealed, "entries");
        entries.addAll(sealed);
        usage.addAll(decision.usage());
        check(chain.seq(), (long) journal.size(), "number of the last entry");
    }

    private static void checkCredits(Credits expected, long actual, String what) {
        check(actual, expected.micros(), what);
    }

    /** Cheaper than building an assertion for each of millions. */
    private static void check(Object actual, Object expected, String what) {
        if (!actual.equals(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    Hold hold(long number) {
        return holds.get(number);
    }

    Charge charge(long number) {
        return charges.get(number);
    }

    List<Transfer> journal() {
        return List.copyOf(journal);
    }

    /** @return everything, as a store would show it to a verifier */
    Kept kept(CreditPool pool) {
        return Kept.of(new StoredPool(pool, chain.seq(), chain.last(), StoredPool.Totals.of(pool)), entries,
                open.values(), charges.values(), usage);
    }
}
