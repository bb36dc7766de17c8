package scrip.application.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.InMemoryPoolStore.Everything;
import scrip.domain.audit.DayTotal;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.Line;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.StoredPool;
import scrip.domain.audit.UseTotal;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Usage;
import scrip.domain.purchase.Purchase;

/** Shows pools in memory; its totals are added up when they are asked for. */
public final class InMemoryArchive implements Archive {

    private static final Comparator<DayTotal> BY_DAY = Comparator.comparing(DayTotal::day)
            .thenComparingInt(total -> total.account().code());
    private static final Comparator<MovementTotal> BY_WAY = Comparator.comparing(MovementTotal::day)
            .thenComparingInt(total -> total.way().type().code()).thenComparing(total -> total.way().operation())
            .thenComparingInt(total -> total.way().from().code()).thenComparingInt(total -> total.way().to().code());
    private static final Comparator<UseTotal> BY_GROUP = Comparator.comparingLong(UseTotal::group)
            .thenComparing(UseTotal::builder).thenComparing(UseTotal::operation);

    private final InMemoryPoolStore pools;

    public InMemoryArchive(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public List<PoolId> pools(long after, int limit) {
        return pools.ids().stream().filter(id -> id.value() > after).limit(limit).toList();
    }

    @Override
    public <T> T look(PoolId pool, Function<View, T> at) {
        return at.apply(new Moment(pools.everything(pool)));
    }

    private record Moment(Optional<Everything> at) implements View {

        @Override
        public Optional<StoredPool> pool() {
            return at.map(all -> new StoredPool(all.pool(), all.entries().size(), all.hash(),
                    StoredPool.Totals.of(all.pool())));
        }

        private <T> List<T> page(Function<Everything, Stream<T>> of, int limit) {
            return at.stream().flatMap(of).limit(limit).toList();
        }

        @Override
        public List<StoredPool> remembered(@Nullable StoredPool after, int limit) {
            List<StoredPool> all = at.map(Everything::remembered).orElse(List.of());
            return all.stream().skip(after == null ? 0 : all.indexOf(after) + 1L).limit(limit).toList();
        }

        @Override
        public List<Line> entries(long after, int limit) {
            return page(all -> all.entries().stream().filter(entry -> entry.seq() > after).map(Line::of), limit);
        }

        @Override
        public List<Hold> holds(long after, int limit) {
            return page(all -> all.open().stream().filter(hold -> hold.number() > after), limit);
        }

        @Override
        public List<HeldTotal> held(String after, int limit) {
            return page(all -> all.open().stream()
                    .collect(Collectors.groupingBy(hold -> hold.work().builder(), TreeMap::new,
                            Collectors.summingLong(hold -> hold.credits().micros())))
                    .entrySet().stream().filter(of -> of.getValue() != 0 && of.getKey().compareTo(after) > 0)
                    .map(of -> new HeldTotal(of.getKey(), of.getValue())), limit);
        }

        @Override
        public List<Charge> charges(long after, int limit) {
            return page(all -> all.charges().stream().filter(charge -> charge.number() > after), limit);
        }

        @Override
        public List<DayTotal> days(@Nullable DayTotal after, int limit) {
            return page(all -> all.entries().stream().flatMap(Moment::days)
                    .collect(Collectors.toMap(total -> List.of(total.day(), total.account()), Function.identity(),
                            Moment::sum))
                    .values().stream().sorted(BY_DAY)
                    .filter(total -> after == null || BY_DAY.compare(total, after) > 0), limit);
        }

        private static Stream<DayTotal> days(Entry entry) {
            LocalDate day = LocalDate.ofInstant(entry.transfer().dueAt(), ZoneOffset.UTC);
            long micros = entry.transfer().credits().micros();
            return Stream.of(total(day, entry.transfer().from(), -micros, entry.seq()),
                    total(day, entry.transfer().to(), micros, entry.seq()));
        }

        private static DayTotal total(LocalDate day, Account account, long micros, long seq) {
            return new DayTotal(day, account, micros, seq, seq);
        }

        private static DayTotal sum(DayTotal one, DayTotal other) {
            return new DayTotal(one.day(), one.account(), one.micros() + other.micros(),
                    Math.min(one.firstSeq(), other.firstSeq()), Math.max(one.lastSeq(), other.lastSeq()));
        }

        @Override
        public List<MovementTotal> movements(@Nullable MovementTotal after, int limit) {
            return page(all -> all.entries().stream().map(MovementTotal::of)
                    .collect(Collectors.toMap(total -> List.of(total.day(), total.way()), Function.identity(),
                            MovementTotal::plus))
                    .values().stream().sorted(BY_WAY)
                    .filter(total -> after == null || BY_WAY.compare(total, after) > 0), limit);
        }

        @Override
        public List<UseTotal> useByDay(@Nullable UseTotal after, int limit) {
            return use(after, limit, part -> new UseTotal(day(part).toEpochDay(), part.work().builder(),
                    part.work().operation(), net(part), part.charges()));
        }

        @Override
        public List<UseTotal> useByMonth(@Nullable UseTotal after, int limit) {
            return use(after, limit, part -> new UseTotal(day(part).getLong(ChronoField.PROLEPTIC_MONTH),
                    part.work().builder(), part.work().operation(), net(part), part.charges()));
        }

        @Override
        public List<UseTotal> useOfDays(@Nullable UseTotal after, int limit) {
            return use(after, limit, part -> new UseTotal(day(part).toEpochDay(), "", part.work().operation(),
                    net(part), part.charges(), part.charge(), part.charge()));
        }

        private static LocalDate day(Usage part) {
            return LocalDate.ofInstant(part.at(), ZoneOffset.UTC);
        }

        @Override
        public List<UseTotal> useByPeriod(@Nullable UseTotal after, int limit) {
            return use(after, limit, part -> new UseTotal(part.period(), part.work().builder(), "", net(part), 0));
        }

        private static long net(Usage part) {
            return part.spent().micros() - part.madeGood().micros();
        }

        private List<UseTotal> use(@Nullable UseTotal after, int limit, Function<Usage, UseTotal> total) {
            return page(all -> all.usage().stream().map(total)
                    .collect(Collectors.toMap(use -> List.of(use.group(), use.builder(), use.operation()),
                            Function.identity(), UseTotal::plus))
                    .values().stream().sorted(BY_GROUP)
                    .filter(use -> after == null || BY_GROUP.compare(use, after) > 0), limit);
        }

        @Override
        public List<Purchase> purchases(String after, int limit) {
            return page(all -> all.purchases().stream().filter(purchase -> purchase.id().compareTo(after) > 0)
                    .sorted(Comparator.comparing(Purchase::id)), limit);
        }
    }
}
