package scrip.domain.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Source;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.Lot;
import scrip.domain.pool.Stock;

/** Compares every amount of a pool's row with what its ledger comes to. */
final class BalanceCheck {

    private final Tally tally;
    private final Flaws flaws;

    BalanceCheck(Tally tally, Flaws flaws) {
        this.tally = tally;
        this.flaws = flaws;
    }

    void check(StoredPool stored) {
        CreditPool pool = stored.pool();
        compare("The monthly balance", pool.stock().monthly().micros(), tally.of(Account.MONTHLY));
        compare("The promotional balance", stored.totals().promotional(), tally.of(Account.PROMOTIONAL));
        compare("The add-on balance", stored.totals().addOn(), tally.of(Account.ADD_ON));
        compare("The debt", stored.totals().debt(), -tally.of(Account.DEBT));
        compare("The grant of the period", pool.period().granted().micros(), tally.granted(pool.period().number()));
        stock(pool.stock());
        expired(pool.stock().addOn());
        held(pool.held(), pool.period().number());
        debts(pool);
    }

    private void stock(Stock stock) {
        Map<Source, Long> kept = new HashMap<>();
        kept.put(new Source.Monthly(stock.period()), stock.monthly().micros());
        stock.grants().forEach(grant -> kept.merge(new Source.Promotional(grant.number()), grant.available().micros(),
                Long::sum));
        stock.addOn().lots().forEach(lot -> kept.merge(new Source.AddOn(lot.purchase()), lot.available().micros(),
                Long::sum));
        tally.stock.left().keySet().forEach(source -> kept.putIfAbsent(source, 0L));
        kept.forEach((source, micros) -> compare(name(source), micros, tally.stock.of(source)));
    }

    private static String name(Source source) {
        return switch (source) {
            case Source.Monthly m -> "What is left of period " + m.period();
            case Source.Promotional p -> "What is left of grant " + p.grant();
            case Source.AddOn a -> "What is left of purchase " + a.purchase();
        };
    }

    /** Rule 10 brings back what the ended pool remembers as expired, so that has to be right too. */
    private void expired(AddOn addOn) {
        AddOn ended = addOn.ended();
        for (Lot lot : ended == null ? List.<Lot>of() : ended.lots()) {
            compare("What expired of purchase " + lot.purchase(), lot.available().micros(),
                    tally.expiredAddOn.of(lot.purchase()));
        }
    }

    private void held(HeldCredits held, long period) {
        HeldSums said = new HeldSums();
        tally.holds().values()
                .forEach(hold -> hold.left().forEach((source, micros) -> said.add(source, micros, period)));
        compare("What is held of this period", held.monthly().micros(), said.monthly);
        compare("What is held of periods that have ended", held.monthlyEnded().micros(), said.monthlyEnded);
        compare("What is held of promotional credits", held.promotional().micros(), said.promotional);
        compare("What is held of add-on credits", held.addOn().micros(), said.addOn);
    }

    /** What open holds keep by the ledger, which may be damaged and so below zero. */
    private static final class HeldSums {

        private long monthly;
        private long monthlyEnded;
        private long promotional;
        private long addOn;

        void add(Source source, long micros, long period) {
            switch (source) {
                case Source.Monthly m when m.period() == period -> monthly += micros;
                case Source.Monthly _ -> monthlyEnded += micros;
                case Source.Promotional _ -> promotional += micros;
                case Source.AddOn _ -> addOn += micros;
            }
        }
    }

    private void debts(CreditPool pool) {
        Map<Owing, Long> kept = new HashMap<>();
        pool.debts().forEach(debt -> kept.merge(Owing.of(debt.cause()), debt.outstanding().micros(), Long::sum));
        tally.debts.left().keySet().forEach(owing -> kept.putIfAbsent(owing, 0L));
        kept.forEach((owing, micros) -> compare("The debt of " + owing, micros, tally.debts.of(owing)));
    }

    private void compare(String what, long kept, long said) {
        flaws.compare(Kind.BALANCE, what, kept, said);
    }
}
