package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.ZoneId;

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

    /** @return the statement that inserts the row */
    public Sql insert() {
        Period period = pool.period();
        Stock stock = pool.stock();
        HeldCredits held = pool.held();
        return new Insert("""
                INSERT INTO pool (id, created_at, as_of, last_number, seq, hash,
                    period, period_start, period_end, granted, licensed, cycle_anchor, cycle_zone,
                    monthly, promotional, add_on,
                    held_monthly, held_monthly_ended, held_promotional, held_add_on, debt, state, notice_at)
                VALUES""").row().put(pool.id().value()).put(pool.createdAt()).put(pool.asOf()).put(pool.lastNumber())
                .put(seq).put(hash.toBytes())
                .put(period.number()).put(period.startInclusive()).put(period.endExclusive()).put(period.granted())
                .put(period.licensed()).put(period.cycle().anchor()).put(period.cycle().zone().getId())
                .put(stock.monthly()).put(stock.promotional()).put(stock.addOn().available())
                .put(held.monthly()).put(held.monthlyEnded()).put(held.promotional()).put(held.addOn())
                .put(pool.debt()).put(PoolState.of(pool).toJson()).put(Micros.ofNullable(pool.told().nextAt()))
                .statements().getFirst();
    }

    Sql update() {
        Period period = pool.period();
        Stock stock = pool.stock();
        HeldCredits held = pool.held();
        return Sql.of("""
                UPDATE pool SET as_of = ?, last_number = ?, seq = ?, hash = ?,
                    period = ?, period_start = ?, period_end = ?, granted = ?, licensed = ?,
                    cycle_anchor = ?, cycle_zone = ?, monthly = ?, promotional = ?, add_on = ?,
                    held_monthly = ?, held_monthly_ended = ?, held_promotional = ?, held_add_on = ?, debt = ?,
                    state = ?, notice_at = ?
                WHERE id = ?""", Micros.of(pool.asOf()), pool.lastNumber(), seq, hash.toBytes(),
                period.number(), Micros.of(period.startInclusive()), Micros.of(period.endExclusive()),
                period.granted().micros(), period.licensed(), Micros.of(period.cycle().anchor()),
                period.cycle().zone().getId(), stock.monthly().micros(), stock.promotional().micros(),
                stock.addOn().available().micros(), held.monthly().micros(), held.monthlyEnded().micros(),
                held.promotional().micros(), held.addOn().micros(), pool.debt().micros(),
                PoolState.of(pool).toJson(), Micros.ofNullable(pool.told().nextAt()), pool.id().value());
    }
}
