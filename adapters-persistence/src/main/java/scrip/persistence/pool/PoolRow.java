package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.ChainHash;
import scrip.domain.license.BillingCycle;
import scrip.domain.license.Period;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Stock;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/**
 * The row of a pool: the whole balance and the end of its ledger.
 *
 * @param seq  number of the last entry
 * @param hash its hash
 */
public record PoolRow(CreditPool pool, long seq, ChainHash hash) {

    /** The columns that {@link #of(Cells)} reads, of a table named p. */
    public static final String COLUMNS = """
            p.id, p.created_at, p.as_of, p.last_number, p.seq, p.hash,
            p.period, p.period_start, p.period_end, p.granted, p.licensed, p.cycle_anchor, p.cycle_zone,
            p.monthly, p.held_monthly, p.held_monthly_ended, p.held_promotional, p.held_add_on, p.state, p.notice_at""";

    /** The columns that {@link #addTo} writes; `past_pool` has them too. */
    static final String WRITTEN = """
            id, created_at, as_of, last_number, seq, hash,
            period, period_start, period_end, granted, licensed, cycle_anchor, cycle_zone,
            monthly, promotional, add_on,
            held_monthly, held_monthly_ended, held_promotional, held_add_on, debt, notice_at, state""";

    private static final List<String> NAMES = List.of(WRITTEN.strip().split(",\\s+", -1));

    /** All but what never changes. */
    static final String ON_DUPLICATE = NAMES.stream().skip(2)
            .map(column -> column + " = VALUES(" + column + ")")
            .collect(Collectors.joining(", ", "ON DUPLICATE KEY UPDATE ", ""));

    /** @return the row of a pool that has no ledger yet */
    public static PoolRow ofNew(CreditPool pool) {
        return new PoolRow(pool, 0, ChainHash.GENESIS);
    }

    public static PoolRow of(Cells cells) throws SQLException {
        PoolId id = new PoolId(cells.number());
        var createdAt = cells.instant();
        var asOf = cells.instant();
        long lastNumber = cells.number();
        long seq = cells.number();
        ChainHash hash = ChainHash.of(cells.bytes());
        Period period = new Period(cells.number(), cells.instant(), cells.instant(), cells.credits(), cells.flag(),
                new BillingCycle(cells.instant(), ZoneId.of(cells.text())));
        Credits monthly = cells.credits();
        HeldCredits held = new HeldCredits(cells.credits(), cells.credits(), cells.credits(), cells.credits());
        PoolState state = PoolState.parse(cells.text());
        Stock stock = new Stock(period.number(), monthly, state.toGrants(), state.addOn().toDomain());
        return new PoolRow(new CreditPool(id, createdAt, asOf, lastNumber, state.toLicensing(), period, stock, held,
                state.toDebts(), state.toTold(cells.instantOrNull()), state.toLimits()), seq, hash);
    }

    /** @return what inserts rows of pools, or changes them if they are there; each goes on with what is unposted */
    static Insert upsert() {
        return new Insert("INSERT INTO pool (" + WRITTEN + ", unposted) VALUES",
                ON_DUPLICATE + ", unposted = VALUES(unposted)");
    }

    /** @return the statement that inserts the row */
    public Sql insert() {
        return addTo(new Insert("INSERT INTO pool (" + WRITTEN + ") VALUES")).statements().getFirst();
    }

    Insert addTo(Insert rows) {
        rows.row();
        values().forEach(rows::value);
        rows.value(PoolState.of(pool).toJson());
        return rows;
    }

    /** A column that is not part of this record and what to set it to. */
    record Changed(String column, @Nullable Object to) {}

    /** @return the statement that writes what has changed since the row was as it is given, none if nothing has */
    List<Sql> update(PoolRow before, @Nullable Changed more) {
        List<String> changed = new ArrayList<>();
        List<@Nullable Object> to = new ArrayList<>();
        if (more != null) {
            changed.add(more.column + " = ?");
            to.add(more.to);
        }
        List<@Nullable Object> was = before.values();
        List<@Nullable Object> is = values();
        for (int i = 0; i < is.size(); i++) {
            if (!Objects.deepEquals(was.get(i), is.get(i))) {
                changed.add(NAMES.get(i) + " = ?");
                to.add(is.get(i));
            }
        }
        PoolState state = PoolState.of(pool);
        if (!state.equals(PoolState.of(before.pool))) {
            changed.add("state = ?");
            to.add(state.toJson());
        }
        to.add(pool.id().value());
        return changed.isEmpty() ? List.of()
                : List.of(new Sql("UPDATE pool SET " + String.join(", ", changed) + " WHERE id = ?", to));
    }

    /** In the order of the names, all but the state. */
    private List<@Nullable Object> values() {
        Period period = pool.period();
        Stock stock = pool.stock();
        HeldCredits held = pool.held();
        return Arrays.asList(pool.id().value(), Micros.of(pool.createdAt()), Micros.of(pool.asOf()), pool.lastNumber(),
                seq, hash.toBytes(), period.number(), Micros.of(period.startInclusive()),
                Micros.of(period.endExclusive()), period.granted().micros(), period.licensed(),
                Micros.of(period.cycle().anchor()), period.cycle().zone().getId(), stock.monthly().micros(),
                stock.promotional().micros(), stock.addOn().available().micros(), held.monthly().micros(),
                held.monthlyEnded().micros(), held.promotional().micros(), held.addOn().micros(),
                pool.debt().micros(), Micros.ofNullable(pool.told().nextAt()));
    }
}
