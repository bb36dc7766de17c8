package scrip.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A random life of a pool with how it was shown while it lived: after each step and halfway since the step before. A payment
 * makes the past from then on another, so what was shown of that before it was heard of counts no longer.
 */
public final class ShownLife {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final long seed;
    private final RandomLife life;
    private final Duel duel;
    private final NavigableMap<Instant, CreditPool> shown = new TreeMap<>();

    /** Where the life is lived and looked back at. */
    public interface Place {

        /** Asks what the life asks, in one turn. */
        void play(Instant now, List<Command> commands);

        /** @return the pool at an instant at which nothing happens until then */
        CreditPool look(Instant instant);

        CreditPool past(Instant instant);
    }

    public ShownLife(PoolId id, long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        life = new RandomLife(random, "p" + id.value() + "-");
        duel = new Duel(id, life.birth(), random.nextInt(3) == 0 ? 0 : 100);
        shown.put(duel.pool().asOf(), duel.pool());
    }

    public Duel duel() {
        return duel;
    }

    public ShownLife live(Place place, int steps) {
        for (int step = 0; step < steps; step++) {
            Instant now = life.next(duel);
            play(place, now, life.commands(duel, now));
        }
        return this;
    }

    private void play(Place place, Instant now, List<Command> commands) {
        int written = duel.ledger().size();
        Instant last = duel.pool().asOf();
        if (now.isAfter(last.plus(MICROSECOND))) {
            Instant halfway = last.plus(MICROSECOND.multipliedBy(Duration.between(last, now).toNanos() / 2_000));
            shown.put(halfway, place.look(halfway));
        }
        place.play(now, commands);
        duel.play(now, commands);
        for (Transfer transfer : duel.ledger().subList(written, duel.ledger().size())) {
            if (transfer.type() == TransferType.PURCHASE) {
                shown.tailMap(transfer.dueAt(), true).clear();
            }
        }
        shown.put(duel.pool().asOf(), duel.pool());
    }

    /**
     * Everything is told as it was shown; and whatever was heard of late, each kind of credits is told as the sum of the
     * movements due by then.
     */
    public void compare(Place place) {
        shown.forEach((instant, pool) -> assertThat(told(place.past(instant))).as("seed %d, at %s", seed, instant)
                .isEqualTo(told(pool)));
        Instant birth = duel.pool().createdAt();
        for (Transfer transfer : duel.ledger()) {
            Instant due = transfer.dueAt();
            for (Instant instant : due.isAfter(birth) ? List.of(due, due.minus(MICROSECOND)) : List.of(birth)) {
                assertThat(sums(place.past(instant))).as("seed %d, at %s", seed, instant).isEqualTo(sums(instant));
            }
        }
    }

    private static List<Object> told(CreditPool pool) {
        AddOn addOn = pool.stock().addOn();
        List<Object> told = new ArrayList<>(List.of(pool.asOf(), pool.available(), pool.held(), pool.debt(),
                pool.monthlyUsed(), pool.period(), pool.licensing(), pool.stock().monthly(), pool.stock().grants(),
                addOn.lots()));
        told.add(addOn.endsAt());
        return told;
    }

    private static List<Long> sums(CreditPool pool) {
        return List.of(pool.stock().monthly().micros(), pool.stock().promotional().micros(),
                pool.stock().addOn().available().micros(), pool.held().total().micros(), -pool.debt().micros());
    }

    private List<Long> sums(Instant dueBy) {
        Map<Account, Long> sums = new HashMap<>();
        duel.ledger().stream().filter(transfer -> !transfer.dueAt().isAfter(dueBy)).forEach(transfer -> {
            sums.merge(transfer.from(), -transfer.credits().micros(), Long::sum);
            sums.merge(transfer.to(), transfer.credits().micros(), Long::sum);
        });
        return Stream.of(Account.MONTHLY, Account.PROMOTIONAL, Account.ADD_ON, Account.HELD, Account.DEBT)
                .map(account -> sums.getOrDefault(account, 0L)).toList();
    }
}
