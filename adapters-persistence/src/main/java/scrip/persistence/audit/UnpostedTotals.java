package scrip.persistence.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import scrip.domain.audit.DayTotal;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.UseTotal;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;
import scrip.persistence.pool.Unposted;
import scrip.persistence.pool.Unposted.Move;
import scrip.persistence.pool.Unposted.Use;

/** What is not posted yet, as totals: each kind is laid over the pages of its table. */
record UnpostedTotals(Overlay<HeldTotal> held, Overlay<DayTotal> days, Overlay<MovementTotal> movements,
        Overlay<UseTotal> byDay, Overlay<UseTotal> byMonth, Overlay<UseTotal> ofDays, Overlay<UseTotal> byPeriod) {

    /** Texts in the order in which the server has them: by their bytes. */
    private static final Comparator<String> BYTES = (one, other) -> Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<UseTotal> USE_ORDER = Comparator.comparingLong(UseTotal::group)
            .thenComparing(UseTotal::builder, BYTES).thenComparing(UseTotal::operation, BYTES);

    private static final Comparator<MovementTotal> MOVEMENT_ORDER = Comparator.comparing(MovementTotal::day)
            .thenComparingInt(total -> total.way().type().code())
            .thenComparing(total -> total.way().operation(), BYTES)
            .thenComparingInt(total -> total.way().from().code())
            .thenComparingInt(total -> total.way().to().code());

    private static final Comparator<DayTotal> DAY_ORDER = Comparator.comparing(DayTotal::day)
            .thenComparingInt(total -> total.account().code());

    /** @throws IllegalArgumentException if codes in it have no meaning */
    UnpostedTotals(Unposted unposted) {
        this(new Overlay<>(Comparator.comparing(HeldTotal::builder, BYTES), UnpostedTotals::sum,
                unposted.held().entrySet().stream().map(of -> new HeldTotal(of.getKey(), of.getValue())).toList()),
                new Overlay<>(DAY_ORDER, UnpostedTotals::sum,
                        unposted.moves().stream().flatMap(UnpostedTotals::days).toList()),
                new Overlay<>(MOVEMENT_ORDER, MovementTotal::plus,
                        unposted.moves().stream().map(UnpostedTotals::movement).toList()),
                use(unposted.uses().stream()
                        .map(use -> new UseTotal(use.day(), use.builder(), use.operation(), use.micros(),
                                use.charges()))),
                use(unposted.uses().stream().map(
                        use -> new UseTotal(use.month(), use.builder(), use.operation(), use.micros(), use.charges()))),
                use(unposted.uses().stream().map(UnpostedTotals::ofAll)),
                use(unposted.uses().stream()
                        .map(use -> new UseTotal(use.period(), use.builder(), "", use.micros(), 0))));
    }

    private static HeldTotal sum(HeldTotal one, HeldTotal more) {
        return new HeldTotal(one.builder(), Math.addExact(one.micros(), more.micros()));
    }

    private static DayTotal sum(DayTotal one, DayTotal more) {
        return new DayTotal(one.day(), one.account(), Math.addExact(one.micros(), more.micros()),
                Math.min(one.firstSeq(), more.firstSeq()), Math.max(one.lastSeq(), more.lastSeq()));
    }

    private static Overlay<UseTotal> use(Stream<UseTotal> totals) {
        return new Overlay<>(USE_ORDER, UseTotal::plus, totals.toList());
    }

    private static UseTotal ofAll(Use use) {
        return new UseTotal(use.day(), "", use.operation(), use.micros(), use.charges(), use.first(), use.last());
    }

    private static Stream<DayTotal> days(Move move) {
        LocalDate day = LocalDate.ofEpochDay(move.day());
        return List.of(
                new DayTotal(day, Account.ofCode(move.from()), -move.micros(), move.first(), move.last()),
                new DayTotal(day, Account.ofCode(move.to()), move.micros(), move.first(), move.last())).stream();
    }

    private static MovementTotal movement(Move move) {
        return new MovementTotal(LocalDate.ofEpochDay(move.day()),
                new MovementTotal.Way(TransferType.ofCode(move.type()), move.operation(), Account.ofCode(move.from()),
                        Account.ofCode(move.to())),
                move.entries(), move.micros());
    }
}
