package scrip.application.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.PoolStore.Unlocked;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.model.Duel;
import scrip.domain.model.RandomLife;
import scrip.domain.model.ShownLife;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.domain.pool.Grant;
import scrip.domain.pool.Lot;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is told of the past in every store. */
@DisplayName("Rule 30: the balance at any instant that has passed")
public abstract class PastPoolsContract {

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private Stores stores;
    private Turns turns;
    private PastBalances past;

    protected abstract Stores stores();

    /** Reads the pools of those stores. */
    protected abstract PastPools newPastPools();

    /** Reads the ledgers of those stores. */
    protected abstract LedgerReader newReader();

    @BeforeEach
    void open() {
        stores = stores();
        turns = new Turns(stores.pools());
        past = reading(Terms.DEFAULT);
    }

    private PastBalances reading(Terms terms) {
        return new PastBalances(stores.pools(), newPastPools(), newReader(), terms);
    }

    private PoolId opened() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, START));
        return id;
    }

    private CreditPool then(PoolId pool, Instant instant) {
        return past.at(pool, instant).orElseThrow();
    }

    // ---- all of it

    @Test
    void of_random_lives_every_balance_is_told_as_it_stood_and_late_payments_count_from_when_they_were_made() {
        LongStream.range(20260610, 20260610 + lives()).forEach(this::live);
    }

    /** How many lives are lived. */
    protected long lives() {
        return 6;
    }

    private void live(long seed) {
        PoolId id = stores.nextId();
        ShownLife life = new ShownLife(id, seed);
        Duel duel = life.duel();
        stores.create(CreditPool.open(id, duel.pool().createdAt()));
        RandomLife.MEMBERS.forEach(email -> stores.put(new Member(id, email, email, Role.BUILDER, null)));
        turns.take(id, duel.pool().asOf(), duel.terms(), List.of(new Command.Touch()));
        InStore place = new InStore(id, duel.terms());
        life.live(place, 120).compare(place);
    }

    /** A life lived in the store and looked back at from it. */
    private final class InStore implements ShownLife.Place {

        private final PoolId id;
        private final Terms terms;
        private final PastBalances asOf;

        InStore(PoolId id, Terms terms) {
            this.id = id;
            this.terms = terms;
            asOf = reading(terms);
        }

        @Override
        public void play(Instant now, List<Command> commands) {
            turns.take(id, now, terms, commands);
        }

        @Override
        public CreditPool look(Instant instant) {
            Unlocked read = stores.pools().read(id, instant).orElseThrow();
            return read.pool().at(instant, terms, read.due());
        }

        @Override
        public CreditPool past(Instant instant) {
            return asOf.at(id, instant).orElseThrow();
        }
    }

    // ---- parts of it

    @Test
    void licenses_seats_and_plans_are_told_as_they_were() {
        PoolId pool = opened();
        turns.take(pool, START, new Command.EnterLicense(license("Team", 5)));
        turns.take(pool, at(3), new Command.EnterLicense(license("Team", 7)));
        turns.take(pool, at(3).plusSeconds(1), new Command.EnterLicense(license("Pro", 7)));
        turns.take(pool, at(5), new Command.EndLicense());
        turns.take(pool, at(40), new Command.Touch());

        assertThat(then(pool, at(3).minus(MICROSECOND)).licensing().latest()).isEqualTo(license("Team", 5));
        assertThat(then(pool, at(3)).licensing().latest()).isEqualTo(license("Team", 7));
        assertThat(then(pool, at(3)).period().granted()).isEqualTo(Credits.of(700));
        assertThat(then(pool, at(4)).licensing().latest()).isEqualTo(license("Pro", 7));
        assertThat(then(pool, at(4)).licensing().inForceAt(at(4))).isPresent();
        assertThat(then(pool, at(5)).licensing().inForceAt(at(5))).isEmpty();
        assertThat(then(pool, at(5)).available()).isEqualTo(Credits.of(100));
    }

    private static License license(String plan, int builders) {
        return new License(plan, builders, Credits.of(100), BillingInterval.MONTHLY, START, null,
                ZoneId.of("Europe/Berlin"));
    }

    @Test
    void grants_and_add_on_credits_are_told_with_their_ends_and_reasons() {
        PoolId pool = opened();
        turns.take(pool, START, new Command.GrantCredits(Credits.of(20), at(9), "trial"));
        turns.take(pool, at(1), new Command.CreditPurchase(buy(pool), Credits.of(300), Credits.of(30), at(1)));
        charge(pool, at(2), 110);
        turns.take(pool, at(500), new Command.Touch());

        CreditPool then = then(pool, at(2));
        assertThat(then.stock().grants()).extracting(Grant::available, Grant::expiresAt, Grant::reason)
                .containsExactly(tuple(Credits.of(10), at(9), "trial"),
                        tuple(Credits.of(30), AddOn.oneYearFrom(at(1)), "bonus"));
        assertThat(then.stock().addOn().available()).isEqualTo(Credits.of(300));
        assertThat(then.stock().addOn().endsAt()).isEqualTo(AddOn.oneYearFrom(at(1)));
        assertThat(then(pool, at(9)).stock().grants()).extracting(Grant::reason).containsExactly("bonus");
        assertThat(then(pool, AddOn.oneYearFrom(at(1))).stock().addOn()).extracting(AddOn::available, AddOn::endsAt)
                .containsExactly(Credits.ZERO, null);
    }

    @Test
    @DisplayName("Rule 10: a payment heard of late is part of the past from when it was made, with its bonus")
    void a_late_payment_joins_the_past() {
        PoolId pool = opened();
        String first = buy(pool);
        String late = buy(pool);
        turns.take(pool, START, new Command.CreditPurchase(first, Credits.of(300), Credits.ZERO, START));
        turns.take(pool, at(366), new Command.Touch());
        assertThat(then(pool, at(365)).stock().addOn().available()).isEqualTo(Credits.ZERO);

        turns.take(pool, at(380), new Command.CreditPurchase(late, Credits.of(100), Credits.of(10), at(364)));

        CreditPool then = then(pool, at(365));
        assertThat(then.stock().addOn().lots()).extracting(Lot::purchase).containsExactly(first, late);
        assertThat(then.stock().addOn().available()).isEqualTo(Credits.of(400));
        assertThat(then.stock().addOn().endsAt()).isEqualTo(AddOn.oneYearFrom(at(364)));
        assertThat(then.stock().grants()).extracting(Grant::available, Grant::expiresAt, Grant::purchase)
                .containsExactly(tuple(Credits.of(10), AddOn.oneYearFrom(at(364)), late));
        assertThat(then(pool, at(364).minus(MICROSECOND)).stock().addOn().endsAt()).isEqualTo(at(365));
    }

    @Test
    void the_forecast_is_the_one_of_that_day_and_knows_nothing_of_what_followed() {
        PoolId pool = opened();
        turns.take(pool, START, new Command.CreditPurchase(buy(pool), Credits.of(1_000), Credits.ZERO, START));
        charge(pool, at(10), 50);
        Forecast asItWas = past.forecast(then(pool, at(10)));
        charge(pool, at(10).plusSeconds(1), 400);
        charge(pool, at(20), 100);

        Forecast told = past.forecast(then(pool, at(10)));

        assertThat(told.perDay()).isEqualTo(Credits.of(5));
        assertThat(told).isEqualTo(asItWas);
        assertThat(past.forecast(then(pool, at(20))).perDay()).isEqualTo(Credits.ofMicros(27_500_000));
    }

    @Test
    void before_it_was_created_a_pool_had_nothing_and_one_that_is_not_there_has_no_past() {
        PoolId pool = opened();
        turns.take(pool, at(1), new Command.Touch());

        CreditPool unborn = then(pool, START.minus(MICROSECOND));
        assertThat(unborn.available()).isEqualTo(Credits.ZERO);
        assertThat(unborn.asOf()).isEqualTo(START.minus(MICROSECOND));
        assertThat(past.forecast(unborn).perDay()).isEqualTo(Credits.ZERO);
        assertThat(then(pool, START).available()).isEqualTo(Credits.of(100));
        assertThat(past.at(stores.nextId(), START)).isEmpty();
    }

    private void charge(PoolId pool, Instant now, long credits) {
        turns.take(pool, now, new Command.MakeCharge(new Work("query", "ada@example.com", false, null),
                Credits.of(credits), Receipt.REPORTED, false));
    }

    private int bought;

    private String buy(PoolId pool) {
        return "q" + pool.value() + "-" + ++bought;
    }

    private static Instant at(long days) {
        return START.plus(Duration.ofDays(days));
    }
}
