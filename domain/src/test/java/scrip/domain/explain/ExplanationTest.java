package scrip.domain.explain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** An explanation leads from one balance to another, whatever lies between them. */
class ExplanationTest {

    private static final long CREDIT = 1_000_000;

    /** A pool that has granted, spent, held, owed and expired. */
    private static PoolDriver lived() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).withAddOn(200).open();
        Charge first = pool.charge(30);
        pool.settle(pool.hold(50), 20);
        pool.makeGood(first, 5);
        pool.pass(Duration.ofDays(40));
        pool.chargeEvenIntoDebt(330);
        pool.gift(50, "2027-01-01T00:00:00Z");
        pool.hold(5, Duration.ofHours(1));
        return pool;
    }

    private static Parts parts(CreditPool pool) {
        return new Parts(pool.available().micros(), pool.held().total().micros(), pool.debt().micros());
    }

    private static Map<Account, Long> sums(List<Transfer> transfers) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        for (Transfer transfer : transfers) {
            sums.merge(transfer.from(), -transfer.credits().micros(), Long::sum);
            sums.merge(transfer.to(), transfer.credits().micros(), Long::sum);
        }
        return sums;
    }

    private static List<Movement> movements(List<Transfer> transfers) {
        return transfers.stream().map(Movement::of).toList();
    }

    @Test
    void wherever_a_life_is_cut_the_lines_lead_from_the_one_balance_to_the_other() {
        PoolDriver pool = lived();
        List<Transfer> all = pool.ledger();

        for (int cut = 0; cut <= all.size(); cut++) {
            Explanation explained = Explanation.of(sums(all.subList(0, cut)),
                    movements(all.subList(cut, all.size())));
            Parts sum = explained.opening();
            for (Explanation.Line line : explained.lines()) {
                sum = new Parts(sum.available() + line.change().available(), sum.held() + line.change().held(),
                        sum.debt() + line.change().debt());
            }
            assertThat(sum).isEqualTo(explained.closing()).isEqualTo(parts(pool.written()));
            assertThat(explained.lines()).extracting(Explanation.Line::type).isSorted();
            assertThat(explained.lines().stream().mapToLong(Explanation.Line::entries).sum())
                    .isEqualTo(all.size() - cut);
        }
    }

    @Test
    void each_reason_is_one_line_that_says_what_it_did_to_each_part() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).open();
        pool.settle(pool.hold(50), 20);
        pool.chargeEvenIntoDebt(90);
        pool.gift(4, "2027-01-01T00:00:00Z");

        Explanation explained = Explanation.of(Map.of(), movements(pool.ledger()));

        assertThat(explained.opening()).isEqualTo(Parts.NOTHING);
        assertThat(explained.lines()).containsExactly(
                line(TransferType.GRANT, null, 1, 100, 0, 0), line(TransferType.HOLD, "query", 1, -50, 50, 0),
                line(TransferType.RETURN, "query", 1, 30, -30, 0), line(TransferType.SPEND, "query", 2, -80, -20, 0),
                line(TransferType.GIFT, null, 1, 4, 0, 0), line(TransferType.DEBT, "query", 1, 0, 0, 10),
                line(TransferType.REPAYMENT, "query", 1, -4, 0, -4));
        assertThat(explained.closing()).isEqualTo(new Parts(0, 0, 6 * CREDIT));
    }

    private static Explanation.Line line(TransferType type, String operation, long entries, long available, long held,
            long debt) {
        return new Explanation.Line(type, operation, entries,
                new Parts(available * CREDIT, held * CREDIT, debt * CREDIT));
    }

    @Test
    void where_nothing_moved_there_is_nothing_to_explain() {
        Explanation explained = Explanation.of(Map.of(Account.ADD_ON, 7L, Account.DEBT, -3L, Account.SOLD, -9L),
                List.of());

        assertThat(explained).isEqualTo(new Explanation(new Parts(7, 0, 3), List.of(), new Parts(7, 0, 3)));
    }

    @Test
    void lines_of_one_reason_are_in_the_order_of_their_operations() {
        List<Movement> movements = List.of(spent("query"), spent(null), spent("layout"));

        assertThat(Explanation.of(Map.of(), movements).lines()).extracting(Explanation.Line::operation)
                .containsExactly(null, "layout", "query");
    }

    private static Movement spent(@Nullable String operation) {
        return new Movement(TransferType.SPEND, operation, Account.MONTHLY, Account.SPENT, 1, Credits.of(1));
    }
}
