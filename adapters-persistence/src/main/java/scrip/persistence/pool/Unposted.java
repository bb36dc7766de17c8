package scrip.persistence.pool;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Usage;
import scrip.persistence.sql.Json;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * What turns added to a pool's totals and is not in their tables yet. A turn of one request would write a dozen rows of
 * seven tables for it. So it stands in the pool's row, which is written anyway, until there is enough of it; whoever
 * reads totals reads it with them, at one moment.
 */
public final class Unposted {

    private final Map<Use.By, Use> uses = new LinkedHashMap<>();
    private final Map<Move.Way, Move> moves = new LinkedHashMap<>();
    private final Map<String, Long> held = new LinkedHashMap<>();
    private @Nullable String stored;

    /**
     * A builder's use, net of make-goods.
     *
     * @param day    in UTC, since the epoch
     * @param period number of the pool's period
     * @param first  number of the first charge of it
     * @param last   number of the last one
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"day", "period", "builder", "operation", "micros", "charges", "first", "last"})
    public record Use(long day, long period, String builder, String operation, long micros, long charges, long first,
            long last) {

        record By(long day, long period, String builder, String operation) {}

        static Use of(Usage usage) {
            return new Use(Micros.day(usage.at()), usage.period(), usage.work().builder(), usage.work().operation(),
                    usage.spent().micros() - usage.madeGood().micros(), usage.charges(), usage.charge(),
                    usage.charge());
        }

        By by() {
            return new By(day, period, builder, operation);
        }

        /** @return in UTC, since the year 0 */
        public long month() {
            return LocalDate.ofEpochDay(day).getLong(ChronoField.PROLEPTIC_MONTH);
        }

        Use plus(Use more) {
            return new Use(day, period, builder, operation, Math.addExact(micros, more.micros),
                    charges + more.charges, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    /**
     * What entries moved between two accounts for one reason.
     *
     * @param day       on which they were due, in UTC, since the epoch
     * @param type      code of the type of the transfers
     * @param operation empty for none
     * @param from      code of the account
     * @param to        code of the account
     * @param first     number of the first of the entries
     * @param last      number of the last one
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"day", "type", "operation", "from", "to", "entries", "micros", "first", "last"})
    public record Move(long day, int type, String operation, int from, int to, long entries, long micros, long first,
            long last) {

        record Way(long day, int type, String operation, int from, int to) {}

        static Move of(Entry entry) {
            Transfer transfer = entry.transfer();
            String operation = transfer.cause().operation();
            return new Move(Micros.day(transfer.dueAt()), transfer.type().code(), operation == null ? "" : operation,
                    transfer.from().code(), transfer.to().code(), 1, transfer.credits().micros(), entry.seq(),
                    entry.seq());
        }

        Way way() {
            return new Way(day, type, operation, from, to);
        }

        Move plus(Move more) {
            return new Move(day, type, operation, from, to, entries + more.entries,
                    Math.addExact(micros, more.micros), Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    /** As it stands in the row: names are kept for ever. */
    private record Text(Collection<Use> use, Collection<Move> moved, Map<String, Long> held) {}

    /** @return what stands in the row of the pool, once the trip has been run */
    public static Unposted readIn(RoundTrip trip, PoolId pool) {
        Unposted unposted = new Unposted();
        trip.read(query(pool), cells -> unposted.add(cells.textOrNull()));
        return unposted;
    }

    /** @return what finds the text of a pool */
    public static Sql query(PoolId pool) {
        return Sql.of("SELECT unposted FROM pool WHERE id = ?", pool.value());
    }

    /** @param text null if there is nothing */
    public static Unposted parse(@Nullable String text) {
        Unposted unposted = new Unposted();
        unposted.add(text);
        return unposted;
    }

    private void add(@Nullable String text) {
        stored = text;
        if (text != null) {
            Text read = Json.MAPPER.readValue(text, Text.class);
            read.use.forEach(this::add);
            read.moved.forEach(this::add);
            read.held.forEach(this::addHeld);
        }
    }

    void add(Usage usage) {
        add(Use.of(usage));
    }

    void add(Entry entry) {
        add(Move.of(entry));
    }

    private void add(Use use) {
        uses.merge(use.by(), use, Use::plus);
    }

    private void add(Move move) {
        moves.merge(move.way(), move, Move::plus);
    }

    /** @param micros more on hold, or less if below zero */
    void addHeld(String builder, long micros) {
        if (micros == 0) {
            return;
        }
        held.merge(builder, micros, (one, more) -> one + more == 0 ? null : (Long) Math.addExact(one, more));
    }

    public Collection<Use> uses() {
        return Collections.unmodifiableCollection(uses.values());
    }

    /** @return what is asked for of it */
    public List<Use> uses(UseFilter which) {
        return uses.values().stream()
                .filter(use -> which.includes(LocalDate.ofEpochDay(use.day), use.builder, use.operation)).toList();
    }

    public Collection<Move> moves() {
        return Collections.unmodifiableCollection(moves.values());
    }

    /** @return how much more each builder has on hold, in micro-credits; below zero where it is less */
    public Map<String, Long> held() {
        return Collections.unmodifiableMap(held);
    }

    /** @return of how many sums it is made */
    int size() {
        return uses.size() + moves.size() + held.size();
    }

    /** @return as it stood in the row when it was read, null if there was nothing */
    @Nullable
    String stored() {
        return stored;
    }

    /** @return as it is to stand in the row, null if there is nothing */
    @Nullable
    String text() {
        return size() == 0 ? null
                : Json.MAPPER.writeValueAsString(new Text(List.copyOf(uses.values()), List.copyOf(moves.values()),
                        held));
    }
}
