package scrip.persistence.audit;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.audit.Archive;
import scrip.application.audit.FullLife;
import scrip.application.audit.VerifierContract;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/** Damage done in SQL is found and named, whatever it is done to. */
class JdbcVerifierIT extends VerifierContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores(0);

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected Archive newArchive() {
        return new JdbcArchive(STORES.database());
    }

    /** Does damage to one row of the pool. */
    private static void damage(PoolId pool, String sql) {
        assertThat(STORES.database().write(Sql.of(sql.replace(":pool", Long.toString(pool.value()))))).isEqualTo(1);
    }

    private List<Long> seqs(PoolId pool, Kind kind) {
        return verify().findings().stream().filter(finding -> finding.pool().equals(pool)
                && finding.flaw().kind() == kind).map(finding -> finding.flaw().seq()).toList();
    }

    @Test
    void a_changed_amount_is_found_at_its_entry_and_in_what_it_led_to() {
        PoolId pool = aLife();
        damage(pool, "UPDATE ledger_entry SET micros = micros - 1 WHERE pool = :pool AND seq = 2");

        assertThat(seqs(pool, Kind.HASH)).containsExactly(2L);
        assertThat(findings(pool)).contains(
                "The hash of entry 2 does not follow from the entry and the one before it.",
                "The total of monthly on 2026-01-30 is kept as 97 credits; the ledger says 97.000001.");
    }

    @Test
    void a_deleted_entry_is_found_as_a_gap() {
        PoolId pool = aLife();
        damage(pool, "DELETE FROM ledger_entry WHERE pool = :pool AND seq = 2");

        assertThat(findings(pool)).contains("Entry 2 is missing.");
    }

    @Test
    void a_deleted_last_entry_is_found_too() {
        PoolId pool = aLife();
        long last = newArchive().look(pool, view -> view.pool().orElseThrow().seq());
        damage(pool, "DELETE FROM ledger_entry WHERE pool = :pool AND seq = " + last);

        assertThat(findings(pool)).contains("The pool's row says that its ledger has %d entries; it has %d."
                .formatted(last, last - 1));
    }

    @Test
    void a_swapped_pair_is_found_at_both() {
        PoolId pool = aLife();
        damage(pool, "UPDATE ledger_entry SET seq = 0 WHERE pool = :pool AND seq = 2");
        damage(pool, "UPDATE ledger_entry SET seq = 2 WHERE pool = :pool AND seq = 3");
        damage(pool, "UPDATE ledger_entry SET seq = 3 WHERE pool = :pool AND seq = 0");

        assertThat(seqs(pool, Kind.HASH)).contains(2L, 3L);
    }

    @Test
    void a_changed_hash_is_found_once() {
        PoolId pool = aLife();
        damage(pool, "UPDATE ledger_entry SET hash = x'%s' WHERE pool = :pool AND seq = 1".formatted("ab".repeat(32)));

        assertThat(findings(pool)).containsExactly(
                "The hash of entry 1 does not follow from the entry and the one before it.");
    }

    @Test
    void what_is_remembered_of_the_past_and_drifted_is_found() {
        PoolId pool = aLife();
        damage(pool, "UPDATE past_pool SET monthly = monthly + 1000000, hash = x'%s' WHERE id = :pool AND seq = 2"
                .formatted("ab".repeat(32)));

        assertThat(findings(pool)).hasSize(2)
                .anySatisfy(what -> assertThat(what).startsWith("The monthly balance as of ")
                        .endsWith(" is remembered as 98 credits; the ledger says 97."))
                .anySatisfy(what -> assertThat(what).startsWith("The hash of entry 2 is not the one"));
    }

    @Test
    void an_entry_of_another_account_type_or_builder_is_found() {
        PoolId pool = aLife();
        damage(pool, "UPDATE ledger_entry SET builder = 'eve@x.example' WHERE pool = :pool AND seq = 2");
        damage(pool, "UPDATE ledger_entry SET to_account = 9 WHERE pool = :pool AND seq = 3");
        damage(pool, "UPDATE ledger_entry SET type = 99 WHERE pool = :pool AND seq = 5");

        assertThat(findings(pool)).contains(
                "The hash of entry 2 does not follow from the entry and the one before it.",
                "The hash of entry 3 does not follow from the entry and the one before it.",
                "Entry 5 cannot be read: no type has the code 99.");
        assertThat(seqs(pool, Kind.MOVEMENT)).contains(3L);
    }

    @Test
    void a_drifted_balance_is_found_in_columns_and_in_the_state() {
        PoolId columns = aLife();
        damage(columns, "UPDATE pool SET monthly = monthly + 1000000, promotional = promotional + 1 WHERE id = :pool");
        PoolId state = aLife();
        damage(state, "UPDATE pool SET state = REPLACE(state, '\"debts\":[]',"
                + " '\"debts\":[{\"charge\":1,\"micros\":5000000}]') WHERE id = :pool");

        assertThat(findings(columns)).contains("The monthly balance is kept as 71 credits; the ledger says 70.")
                .anySatisfy(what -> assertThat(what).startsWith("What is left of period "))
                .anySatisfy(what -> assertThat(what).startsWith("The promotional balance is kept as 0.000001"));
        assertThat(findings(state)).contains("The debt of charge 1 is kept as 5 credits; the ledger says 0.");
    }

    @Test
    void a_row_that_cannot_be_read_is_found_and_other_pools_are_verified() {
        PoolId broken = aLife();
        PoolId damaged = aLife();
        damage(broken, "UPDATE pool SET state = '{' WHERE id = :pool");
        PoolId emptied = aLife();
        damage(emptied, "UPDATE pool SET state = '{}' WHERE id = :pool");
        damage(damaged, "DELETE FROM ledger_entry WHERE pool = :pool AND seq = 2");

        assertThat(findings(broken)).singleElement().asString().startsWith("The pool's row cannot be read: ");
        assertThat(findings(emptied)).singleElement().asString().startsWith("The pool's row cannot be read: ");
        assertThat(findings(damaged)).contains("Entry 2 is missing.");
    }

    @Test
    void a_drifted_hold_is_found() {
        PoolId kept = aLife();
        damage(kept, "UPDATE hold SET slices = REPLACE(slices, '=30000000', '=29000000')"
                + " WHERE pool = :pool AND status = 1");
        PoolId closed = aLife();
        damage(closed, "UPDATE hold SET status = 2 WHERE pool = :pool AND status = 1");
        PoolId total = aLife();
        damage(total, "UPDATE builder_held SET micros = micros - 1 WHERE pool = :pool AND micros > 0");
        PoolId row = aLife();
        damage(row, "UPDATE pool SET held_monthly = held_monthly + 1 WHERE id = :pool");

        assertThat(findings(kept)).anySatisfy(what -> assertThat(what).matches(
                "Hold \\d+ keeps 29 credits; the ledger says 30 credits\\."));
        assertThat(findings(closed)).satisfiesExactlyInAnyOrder(
                what -> assertThat(what).matches(
                        "The ledger sets aside 30 credits for hold \\d+, which is not open\\."),
                what -> assertThat(what).endsWith("has on hold is kept as 30 credits; the holds say 0."));
        assertThat(findings(total)).singleElement().asString()
                .endsWith("has on hold is kept as 29.999999 credits; the holds say 30.");
        assertThat(findings(row)).containsExactly(
                "What is held of this period is kept as 30.000001 credits; the ledger says 30.");
    }

    @Test
    void a_drifted_or_lost_charge_is_found() {
        PoolId drifted = aLife();
        damage(drifted, "UPDATE charge SET micros = micros + 1 WHERE pool = :pool AND number = 1");
        PoolId lost = aLife();
        damage(lost, "DELETE FROM charge WHERE pool = :pool AND number = 1");
        PoolId refunded = aLife();
        damage(refunded, "UPDATE charge SET refunded = 0 WHERE pool = :pool AND number = 1");

        assertThat(findings(drifted)).contains("Charge 1 is of 3.000001 credits, but took 3.");
        assertThat(findings(lost)).contains("Entry 2 spends for charge 1, which is not there.");
        assertThat(findings(refunded)).anySatisfy(what -> assertThat(what).endsWith(
                "gives back more of charge 1 than the charge says."));
    }

    @Test
    void drifted_totals_of_days_and_periods_are_found() {
        PoolId ledger = aLife();
        damage(ledger, "UPDATE ledger_day SET micros = micros + 1 WHERE pool = :pool AND account = 8 LIMIT 1");
        PoolId span = aLife();
        damage(span, "UPDATE ledger_day SET last_seq = last_seq + 1 WHERE pool = :pool AND account = 8 LIMIT 1");
        PoolId lost = aLife();
        damage(lost, "DELETE FROM ledger_day WHERE pool = :pool AND account = 1 LIMIT 1");
        PoolId daily = aLife();
        damage(daily, "UPDATE usage_daily SET micros = micros + 1 WHERE pool = :pool AND builder = 'eve@x.example'");
        PoolId period = aLife();
        damage(period, "DELETE FROM usage_period WHERE pool = :pool AND builder = 'eve@x.example'");

        assertThat(findings(ledger)).containsExactly(
                "The total of spent on 2026-01-30 is kept as 3.000001 credits; the ledger says 3.");
        assertThat(findings(span)).containsExactly(
                "The total of spent on 2026-01-30 is kept for entries 2 to 3; they are 2 to 2.");
        assertThat(findings(lost)).containsExactly(
                "The total of issued on 2026-01-30 is missing; the ledger says -100 credits.");
        assertThat(findings(daily)).containsExactly("The use of eve@x.example, layout in 2026-04-13 is kept as"
                + " 5.000001 credits in 1 charges; the charges say 5 in 1.");
        assertThat(findings(period)).singleElement().asString().startsWith("The use of eve@x.example in period ")
                .endsWith("is missing; the charges say 5 credits.");
    }

    @Test
    void a_drifted_or_lost_purchase_is_found() {
        PoolId drifted = aLife();
        damage(drifted, "UPDATE purchase SET credits = 400000000 WHERE pool = :pool");
        PoolId lost = aLife();
        damage(lost, "DELETE FROM purchase WHERE pool = :pool");

        assertThat(findings(drifted))
                .containsExactly("What purchase purchase-%d added is kept as 400 credits; the ledger"
                        .formatted(drifted.value()) + " says 300.");
        assertThat(findings(lost)).containsExactly("The ledger adds 300 credits for purchase purchase-%d, which is not"
                .formatted(lost.value()) + " there.");
    }

    @Test
    void what_moves_while_it_is_looked_at_is_no_flaw() {
        PoolId pool = aLife();

        long seen = newArchive().look(pool, view -> {
            long before = view.pool().orElseThrow().seq();
            new Turns(STORES.pools()).take(pool, FullLife.START.plusSeconds(90_000_000), new Command.Touch());
            assertThat(view.entries(before, 10)).isEmpty();
            return before;
        });

        assertThat(newArchive().<Long>look(pool, view -> view.pool().orElseThrow().seq())).isGreaterThan(seen);
        assertThat(findings(pool)).isEmpty();
    }
}
