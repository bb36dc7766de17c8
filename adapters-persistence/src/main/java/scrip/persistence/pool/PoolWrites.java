package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Writes the rows of pools: of one, what has changed of it; of several, all of each in one statement. */
final class PoolWrites {

    private final List<State> before = new ArrayList<>();
    private final List<State> after = new ArrayList<>();

    /** @param unposted as it stands in the row */
    record State(PoolRow row, @Nullable String unposted) {}

    void add(State was, State is) {
        before.add(was);
        after.add(is);
    }

    void addTo(RoundTrip trip) {
        if (after.size() == 1) {
            State was = before.getFirst();
            State is = after.getFirst();
            trip.write(is.row.update(was.row, Objects.equals(was.unposted, is.unposted) ? null
                    : new PoolRow.Changed("unposted", is.unposted)));
        } else {
            Insert rows = PoolRow.upsert();
            after.forEach(state -> state.row.addTo(rows).put(state.unposted));
            trip.write(rows.statements());
        }
    }
}
