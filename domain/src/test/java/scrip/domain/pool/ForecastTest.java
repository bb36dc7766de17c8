package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** How long credits last at an even pace. Pools begin on New Year 2026, so their first period has 31 days. */
class ForecastTest {

    private static Forecast forecast(PoolDriver pool, long perDay) {
        return Forecast.of(pool.look(), Credits.of(perDay));
    }

    private static @Nullable Instant end(PoolDriver pool, long perDay) {
        return forecast(pool, perDay).runsOutAt();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    @DisplayName("Who uses nothing runs out of nothing, and loses the month's credits")
    void no_pace() {
        assertThat(forecast(aPool().withMonthly(100).withAddOn(50).open(), 0))
                .isEqualTo(new Forecast(Credits.ZERO, null, Credits.of(100)));
        assertThat(end(aPool().open(), 0)).as("not even an empty pool").isNull();
    }

    @Test
    @DisplayName("A pace above the month's grant ends within the period")
    void within_the_period() {
        assertThat(forecast(aPool().withMonthly(310).open(), 20))
                .isEqualTo(new Forecast(Credits.of(20), at("2026-01-16T12:00:00Z"), Credits.ZERO));
        assertThat(end(aPool().withMonthly(10).open(), 3)).as("to the second").isEqualTo(at("2026-01-04T08:00:00Z"));
        assertThat(end(aPool().open(), 1)).as("an empty pool has run out").isEqualTo(at("2026-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("A pace that a month's grant just covers never ends; a shorter month leaves some")
    void covered_by_renewals() {
        PoolDriver pool = aPool().withMonthly(310).open();
        assertThat(forecast(pool, 10)).isEqualTo(new Forecast(Credits.of(10), null, Credits.ZERO));

        pool.goTo("2026-02-01T00:00:00Z");
        assertThat(forecast(pool, 10)).isEqualTo(new Forecast(Credits.of(10), null, Credits.of(30)));
    }

    @Test
    @DisplayName("Rule 12: each month uses its own credits first and lives on the others for the rest")
    void through_renewals() {
        assertThat(end(aPool().withMonthly(100).withAddOn(100).open(), 5))
                .as("55 add-on credits in January, 40 in February, 5 in March").isEqualTo(at("2026-03-22T00:00:00Z"));
    }

    @Test
    @DisplayName("Rule 11: a promotional grant counts until its own end only, the soonest first")
    void through_promotional_ends() {
        PoolDriver pool = aPool().withPromotional(50, "2026-01-11T00:00:00Z").withAddOn(100).open();
        assertThat(end(pool, 1)).as("10 used, 40 expired, then 100 days").isEqualTo(at("2026-04-21T00:00:00Z"));

        pool.gift(5, "2026-01-06T00:00:00Z");
        assertThat(end(pool, 1)).as("5 of either, 45 expired").isEqualTo(at("2026-04-21T00:00:00Z"));
        assertThat(end(pool, 10)).as("50 of 55 by then, but 105 until they end").isEqualTo(at("2026-01-16T12:00:00Z"));
    }

    @Test
    @DisplayName("Grants that end at the same instant as the period end with it")
    void ends_together() {
        PoolDriver pool = aPool().withMonthly(31).withPromotional(50, "2026-02-01T00:00:00Z")
                .withPromotional(20, "2026-02-01T00:00:00Z").open();

        assertThat(end(pool, 2)).as("31 of 70 used, 39 expired, then 31 for half a month")
                .isEqualTo(at("2026-02-16T12:00:00Z"));
    }

    @Test
    @DisplayName("Rule 9: at the add-on pool's end its credits are gone, and only they")
    void through_the_end_of_the_add_on_pool() {
        PoolDriver pool = aPool().withAddOn(500).open().goTo("2026-12-22T00:00:00Z");
        assertThat(end(pool, 1)).isEqualTo(at("2027-01-01T00:00:00Z"));

        pool.gift(50, "2028-06-01T00:00:00Z");
        assertThat(end(pool, 1)).as("10 of 50 promotional credits by then").isEqualTo(at("2027-02-10T00:00:00Z"));
    }

    @Test
    @DisplayName("Rule 5: seats given up count until the renewal")
    void seats_given_up() {
        PoolDriver pool = aPool().withLicense(aLicense(2, 100)).withLicense(aLicense(1, 100)).open();

        assertThat(forecast(pool, 5))
                .isEqualTo(new Forecast(Credits.of(5), at("2026-02-21T00:00:00Z"), Credits.of(45)));
    }

    @Test
    @DisplayName("Rule 6: a license that ends takes the month's rest with it and grants no more")
    void license_that_ends() {
        PoolDriver pool = aPool().withLicense(aLicense(1, 150).endingAt("2026-01-21T00:00:00Z")).withAddOn(10).open();

        assertThat(forecast(pool, 5))
                .isEqualTo(new Forecast(Credits.of(5), at("2026-01-23T00:00:00Z"), Credits.of(50)));
    }

    @Test
    @DisplayName("Rule 6: a license still to come grants from its start on, in months of its own")
    void license_to_come() {
        PoolDriver pool = aPool().withLicense(aLicense(1, 62).startingAt("2026-01-11T00:00:00Z")).withAddOn(10).open();

        assertThat(end(pool, 1)).isNull();
        assertThat(end(pool, 2)).as("too late").isEqualTo(at("2026-01-06T00:00:00Z"));
    }

    @Test
    @DisplayName("Rule 6: the free plan renews too")
    void free_plan() {
        PoolDriver pool = aPool().withFreePlan(93).open();

        assertThat(forecast(pool, 2)).isEqualTo(new Forecast(Credits.of(2), null, Credits.of(31)));
        assertThat(end(pool, 3)).as("93 are just enough for 31 days").isNull();
        assertThat(end(pool, 4)).isEqualTo(at("2026-01-24T06:00:00Z"));
    }

    @Test
    @DisplayName("What lasts for two years is not foretold any further")
    void two_years() {
        assertThat(end(aPool().withPromotional(729, "2030-01-01T00:00:00Z").open(), 1))
                .isEqualTo(at("2027-12-31T00:00:00Z"));
        assertThat(end(aPool().withPromotional(730, "2030-01-01T00:00:00Z").open(), 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 10, 3_000_000, 9_000_000_000_000L})
    @DisplayName("Renewals worked out before tell the same at every pace, for their own pool as it goes on")
    void worked_out_before(long perDay) {
        PoolDriver pool = aPool().withMonthly(100).withAddOn(300).open();
        Forecast.Horizon horizon = Forecast.Horizon.of(pool.look());
        pool.pass(Duration.ofDays(9));
        pool.charge(60);

        assertThat(horizon.isOf(pool.look())).isTrue();
        assertThat(Forecast.of(pool.look(), Credits.of(perDay), horizon)).isEqualTo(forecast(pool, perDay));
    }

    @Test
    @DisplayName("Renewals worked out before are not those of another period, nor of another license to come")
    void of_another_pool() {
        PoolDriver pool = aPool().withMonthly(100).open();
        Forecast.Horizon horizon = Forecast.Horizon.of(pool.look());

        pool.enter(aLicense(2, 100).startingAt("2026-06-01T00:00:00Z"));
        assertThat(horizon.isOf(pool.look())).isFalse();
        horizon = Forecast.Horizon.of(pool.look());
        assertThat(horizon.isOf(pool.goTo("2026-02-01T00:00:00Z").look())).isFalse();
    }

    @Test
    @DisplayName("A pace beyond all numbers has run out, and nothing overflows")
    void beyond_all_numbers() {
        Credits most = Credits.ofMicros(Long.MAX_VALUE);

        assertThat(Forecast.of(aPool().withMonthly(100).open().look(), most))
                .isEqualTo(new Forecast(most, at("2026-01-01T00:00:00Z"), Credits.ZERO));
    }
}
