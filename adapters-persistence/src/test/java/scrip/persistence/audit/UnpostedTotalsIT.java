package scrip.persistence.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.application.audit.Archive;
import scrip.application.audit.FullLife;
import scrip.application.audit.Verifier;
import scrip.application.pool.PoolStore;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.pool.Unposted;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/** Totals say the same wherever they stand: in the pool's row, in their tables, or partly here and partly there. */
class UnpostedTotalsIT {

    private static final List<String> TABLES = List.of("ledger_day", "ledger_movement", "usage_daily",
            "usage_monthly", "usage_total", "usage_period", "builder_held");

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores(10_000);

    private final PoolStore posting = new JdbcPoolStore(STORES.database(), 0);
    private final Archive archive = new JdbcArchive(STORES.database());

    private PoolId opened() {
        PoolId id = STORES.nextId();
        STORES.create(CreditPool.open(id, FullLife.START));
        return id;
    }

    private PoolId aLife() {
        PoolId id = opened();
        new FullLife(new Turns(STORES.pools()), id).live();
        return id;
    }

    private static long rows(PoolId pool) {
        return TABLES.stream().mapToLong(table -> STORES.database()
                .first(Sql.of("SELECT COUNT(*) FROM " + table + " WHERE pool = ?", pool.value()),
                        cells -> cells.number())
                .orElseThrow()).sum();
    }

    private List<Object> totals(PoolId pool) {
        return archive.look(pool, view -> {
            List<Object> all = new ArrayList<>(view.days(null, 1_000));
            all.addAll(view.movements(null, 1_000));
            all.addAll(view.useByDay(null, 1_000));
            all.addAll(view.useByMonth(null, 1_000));
            all.addAll(view.useOfDays(null, 1_000));
            all.addAll(view.useByPeriod(null, 1_000));
            all.addAll(view.held("", 1_000));
            return all;
        });
    }

    private List<String> findings(PoolId pool) {
        return new Verifier(archive, () -> FullLife.START).verify().findings().stream()
                .filter(finding -> finding.pool().equals(pool)).map(finding -> finding.flaw().what()).toList();
    }

    @Test
    void what_a_turn_posts_says_what_was_gathered_before() {
        PoolId pool = aLife();
        assertThat(rows(pool)).isZero();
        assertThat(findings(pool)).isEmpty();
        List<Object> gathered = totals(pool);

        new Turns(posting).look(pool, FullLife.START, Turns.NOTHING);

        assertThat(totals(pool)).isEqualTo(gathered).hasSizeGreaterThan(60);
        assertThat(rows(pool)).isGreaterThan(60);
        assertThat(findings(pool)).isEmpty();
    }

    @Test
    void as_many_sums_as_may_wait_do_and_one_more_posts_them_all() {
        PoolId known = opened();
        charge(STORES.pools(), known, "ada@x.example", 1);
        int sums = unposted(known).uses().size() + unposted(known).moves().size() + unposted(known).held().size();
        PoolId waiting = opened();
        PoolId posted = opened();

        charge(new JdbcPoolStore(STORES.database(), sums), waiting, "ada@x.example", 1);
        charge(new JdbcPoolStore(STORES.database(), sums - 1), posted, "ada@x.example", 1);

        assertThat(rows(waiting)).isZero();
        assertThat(unposted(waiting).moves()).isNotEmpty();
        assertThat(rows(posted)).isPositive();
        assertThat(unposted(posted).moves()).isEmpty();
        assertThat(findings(posted)).isEmpty();
    }

    private static Unposted unposted(PoolId pool) {
        return Unposted.parse(STORES.database().list(Unposted.query(pool), Cells::textOrNull).getFirst());
    }

    @Test
    void what_is_damaged_before_it_is_posted_is_found() {
        PoolId drifted = aLife();
        damage(drifted, "UPDATE pool SET unposted = REPLACE(unposted, '3000000,', '3000001,') WHERE id = ?");
        PoolId lost = aLife();
        damage(lost, "UPDATE pool SET unposted = NULL WHERE id = ?");
        PoolId broken = aLife();
        damage(broken, "UPDATE pool SET unposted = LEFT(unposted, 100) WHERE id = ?");

        assertThat(findings(drifted)).contains(
                "The total of spent on 2026-01-30 is kept as 3.000001 credits; the ledger says 3.");
        assertThat(findings(lost)).contains(
                "The total of issued on 2026-01-30 is missing; the ledger says -100 credits.");
        assertThat(findings(broken)).anySatisfy(
                what -> assertThat(what).startsWith("What is not posted yet cannot be read: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "{\"use\":null,\"moved\":[],\"held\":{}}",
        "{\"use\":[null],\"moved\":[],\"held\":{}}", "{\"use\":[],\"moved\":[[1]],\"held\":{}}",
        "{\"use\":[[1,7,null,\"query\",3,1,1,1]],\"moved\":[],\"held\":{}}",
        "{\"use\":[],\"moved\":[],\"held\":{\"ada@x.example\":null}}",
        "{\"use\":[],\"moved\":[[1,99,\"\",7,8,1,1,1,1]],\"held\":{}}"})
    void whatever_stands_there_instead_is_a_finding(String text) {
        PoolId pool = aLife();
        assertThat(STORES.database().write(Sql.of("UPDATE pool SET unposted = ? WHERE id = ?", text, pool.value())))
                .isEqualTo(1);

        assertThat(findings(pool)).anySatisfy(
                what -> assertThat(what).startsWith("What is not posted yet cannot be read: "));
    }

    @Test
    void the_balance_at_the_end_of_a_day_counts_what_was_heard_late_once() {
        PoolId pool = opened();
        Instant midnight = Instant.parse("2026-01-31T00:00:00Z");
        charge(STORES.pools(), pool, midnight, "ada@x.example", 1);
        new Turns(STORES.pools()).take(pool, midnight, new Command.CreditPurchase("purchase-late", Credits.of(300),
                Credits.ZERO, midnight.minusSeconds(1)));
        charge(STORES.pools(), pool, midnight, "ada@x.example", 2);

        assertThat(new JdbcLedgerReader(STORES.database()).balancesAt(pool, midnight.minusNanos(1_000)))
                .containsEntry(Account.ADD_ON, Credits.of(300).micros())
                .containsEntry(Account.SPENT, 0L);
    }

    private static void damage(PoolId pool, String sql) {
        assertThat(STORES.database().write(Sql.of(sql, pool.value()))).isEqualTo(1);
    }

    @Test
    void those_who_used_most_are_found_by_what_is_posted_and_what_is_not() {
        PoolId pool = opened();
        charge(posting, pool, "ada@x.example", 10);
        charge(posting, pool, "bob@x.example", 9);
        charge(posting, pool, "eve@x.example", 5);
        charge(STORES.pools(), pool, "eve@x.example", 6);
        charge(STORES.pools(), pool, "joe@x.example", 1);
        JdbcLedgerReader reader = new JdbcLedgerReader(STORES.database());
        long period = STORES.pools().read(pool, FullLife.START).orElseThrow().pool().period().number();

        assertThat(reader.mostUsed(pool, period, 2).sequencedKeySet()).containsExactly("eve@x.example",
                "ada@x.example");
        assertThat(reader.mostUsed(pool, period, 9).sequencedValues()).containsExactly(Credits.of(11), Credits.of(10),
                Credits.of(9), Credits.of(1));
    }

    private static void charge(PoolStore store, PoolId pool, String builder, long credits) {
        charge(store, pool, FullLife.START, builder, credits);
    }

    private static void charge(PoolStore store, PoolId pool, Instant now, String builder, long credits) {
        new Turns(store).take(pool, now, new Command.MakeCharge(new Work("query", builder, false, null),
                Credits.of(credits), Receipt.REPORTED, false));
    }
}
