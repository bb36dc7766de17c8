package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.credit.Credits;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Builders;
import scrip.domain.pool.CreditPool;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Loads what limits per builder need (rule 24), of pools where they are on or about to change; of others, nothing. */
final class BuildersRead {

    private final Map<Long, Found> found = new HashMap<>();

    /** What was found for one pool. */
    private static final class Found {

        private long licensed;
        private final Set<String> members = new HashSet<>();
        /** What each builder wanted has used and has on hold, in micro-credits. */
        private final Map<String, Long> used = new HashMap<>();
        private final Map<String, Long> held = new HashMap<>();

        Builders builders() {
            Map<String, BuilderUse> uses = new HashMap<>();
            used.forEach((builder, micros) -> uses.put(builder, new BuilderUse(Credits.ofMicros(micros),
                    Credits.ofMicros(held.getOrDefault(builder, 0L)))));
            return new Builders(licensed, members, uses);
        }

        void used(String builder, long micros) {
            used.computeIfPresent(builder, (_, before) -> before + micros);
        }

        void held(String builder, long micros) {
            held.computeIfPresent(builder, (_, before) -> before + micros);
        }
    }

    /** Adds to the trip what the pool's turn needs; the pool is locked. */
    void addTo(RoundTrip trip, CreditPool pool, Wanted wanted, Unposted unposted) {
        if (!wanted.limits() && !pool.limits().enabled()) {
            return;
        }
        long id = pool.id().value();
        Found of = new Found();
        found.put(id, of);
        wanted.builders().forEach(builder -> {
            of.used.put(builder, 0L);
            of.held.put(builder, 0L);
        });
        unposted.uses().stream().filter(use -> use.period() == pool.period().number())
                .forEach(use -> of.used(use.builder(), use.micros()));
        unposted.held().forEach(of::held);
        trip.read(Sql.of("SELECT COUNT(*) FROM member WHERE pool = ? AND role IN ('admin', 'builder')", id),
                cells -> of.licensed = cells.number());
        Set<String> limited = new HashSet<>(pool.limits().custom().keySet());
        limited.addAll(wanted.builders());
        if (!limited.isEmpty()) {
            trip.read(in("SELECT email FROM member WHERE pool = ? AND role IN ('admin', 'builder') AND email IN ", "",
                    limited, id), cells -> of.members.add(cells.text()));
        }
        if (!wanted.builders().isEmpty()) {
            trip.read(in("SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ? AND builder IN ", "",
                    wanted.builders(), id, pool.period().number()), cells -> of.used(cells.text(), cells.number()));
            trip.read(
                    in("SELECT builder, micros FROM builder_held WHERE pool = ? AND builder IN ", "",
                            wanted.builders(), id),
                    cells -> of.held(cells.text(), cells.number()));
        }
    }

    private static Sql in(String before, String after, Collection<String> texts, long... first) {
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(first).forEach(values::add);
        values.addAll(texts);
        return new Sql(before + Sql.places(texts.size()) + after, values);
    }

    /** @return what was found for the pool; null if it needs nothing */
    @Nullable
    Builders of(CreditPool pool) {
        Found of = found.get(pool.id().value());
        return of == null ? null : of.builders();
    }
}
