package scrip.persistence.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Turns;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;

/** Use of most of a month is the month less the other days, on which charges go on meanwhile. */
class UseWhileChargingIT {

    private static final Instant BEFORE = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-03-31T12:00:00Z");
    private static final UseFilter UNTIL_TODAY = UseFilter.days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    private final Turns turns = new Turns(STORES.pools());
    private final PoolId pool = STORES.nextId();

    private void charge(Instant now, long micros) {
        turns.take(pool, now, new Command.MakeCharge(new Work("query", "ada@x.example", false, null),
                Credits.ofMicros(micros), Receipt.REPORTED, true));
    }

    @Test
    @DisplayName("What is charged today is no part of the days before, at whichever moment it is")
    void charges_of_another_day_are_never_seen() {
        STORES.create(CreditPool.open(pool, BEFORE));
        charge(BEFORE, 2);
        charge(BEFORE, 3);
        JdbcLedgerReader reader = new JdbcLedgerReader(STORES.database());

        CompletableFuture<Void> charging = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 300; i++) {
                charge(TODAY, 1_000);
            }
        });
        int reads = 0;
        while (!charging.isDone() || reads == 0) {
            assertThat(reader.useBy(UseKey.BUILDER, pool, UNTIL_TODAY)).hasEntrySatisfying("ada@x.example", use -> {
                assertThat(use.credits()).isEqualTo(Credits.ofMicros(5));
                assertThat(use.charges()).isEqualTo(2);
            });
            reads++;
        }
        charging.join();
    }

    @Test
    @DisplayName("What a builder used is what it was at one moment, also while every charge begins a day")
    void use_is_never_seen_without_what_came_before_it() {
        STORES.create(CreditPool.open(pool, BEFORE));
        charge(BEFORE, 1);
        JdbcLedgerReader reader = new JdbcLedgerReader(STORES.database());

        CompletableFuture<Void> charging = CompletableFuture.runAsync(() -> {
            for (int i = 2; i <= 300; i++) {
                charge(BEFORE.plus(Duration.ofDays(i)), i);
            }
        });
        do {
            UseSum use = reader.useBy(UseKey.BUILDER, pool, UseFilter.ALL).get("ada@x.example");
            long charges = use.charges();
            assertThat(use.credits()).isEqualTo(Credits.ofMicros(charges * (charges + 1) / 2));
        } while (!charging.isDone());
        charging.join();
    }
}
