package scrip.persistence.pool;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Slice;
import scrip.domain.pool.Slices;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.RoundTrip;

/** Gathers charges with what repaid their debt from rows of {@link #SELECT}, in the order in which they come. */
public final class ChargesRead implements RoundTrip.EachRow {

    /** A charge comes once for each of its repayments; order them by r.seq. */
    public static final String SELECT = "SELECT r.source, r.micros, " + ChargeRow.COLUMNS + "\n";

    /** To be joined with charges named c. */
    public static final String WITH_REPAYMENTS = "LEFT JOIN debt_repayment r ON r.pool = c.pool AND r.charge = c.number\n";

    private final Map<ChargeRow, List<Slice>> repaid = new LinkedHashMap<>();

    @Override
    public void row(Cells cells) throws SQLException {
        String source = cells.textOrNull();
        Credits credits = cells.credits();
        List<Slice> slices = repaid.computeIfAbsent(ChargeRow.of(cells), _ -> new ArrayList<>());
        if (source != null) {
            slices.add(new Slice(Source.parse(source), credits));
        }
    }

    /** @return the charges of one pool */
    public List<Charge> of(PoolId pool) {
        List<Charge> charges = new ArrayList<>();
        repaid.forEach((row, slices) -> {
            if (row.pool() == pool.value()) {
                charges.add(slices.isEmpty() ? row.charge() : row.charge().withRepaid(new Slices(slices)));
            }
        });
        return charges;
    }
}
