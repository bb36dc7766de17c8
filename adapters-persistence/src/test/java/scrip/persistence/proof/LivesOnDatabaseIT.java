package scrip.persistence.proof;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.audit.Verifier;
import scrip.application.pool.Desk;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.ledger.Entry;
import scrip.domain.model.Duel;
import scrip.domain.model.RandomLife;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.JdbcStores;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.reading.JdbcLedgerReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The random lives of the domain's model test, through desk and database: after every step the pool that was stored is the
 * one that the domain has, to the last of its parts. {@code -Dscrip.lives=1000} runs more of them, {@code -Dscrip.lives.seed}
 * others.
 */
class LivesOnDatabaseIT {

    private static final long SEED = Long.getLong("scrip.lives.seed", 20260202);
    private static final int LIVES = Integer.getInteger("scrip.lives", 12);
    private static final int STEPS = Integer.getInteger("scrip.lives.steps", 80);

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Test
    void the_database_has_what_the_domain_has_after_every_step_and_the_verifier_is_content() {
        LongStream.range(SEED, SEED + LIVES).forEach(this::live);

        assertThat(new Verifier(new JdbcArchive(STORES.database()), Instant::now).verify().findings()).isEmpty();
    }

    private void live(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PoolId id = STORES.nextId();
        RandomLife life = new RandomLife(random, "b" + id.value() + "-");
        Instant birth = life.birth();
        Duel duel = new Duel(id, birth, random.nextInt(3) == 0 ? 0 : 100);
        AtomicReference<Instant> now = new AtomicReference<>(birth);
        STORES.create(CreditPool.open(id, birth));
        RandomLife.MEMBERS.forEach(email -> STORES.put(new Member(id, email, email, Role.BUILDER, null)));
        try (Desk desk = new Desk(STORES.pools(), now::get, duel.terms(), Desk.Limits.DEFAULT)) {
            Asking.ask(desk, id, List.of(new Command.Touch()));
            for (int step = 0; step < STEPS; step++) {
                now.set(life.next(duel));
                List<Command> commands = life.commands(duel, now.get());
                duel.play(now.get(), commands);
                Asking.ask(desk, id, commands);
                assertThat(STORES.pools().read(id, now.get()).orElseThrow().pool())
                        .as("seed %d, step %d, after%n%s", seed, step, duel.story()).isEqualTo(duel.pool());
            }
        }
        List<Entry> entries = new JdbcLedgerReader(STORES.database()).entries(id, 0, 100_000);
        assertThat(entries).extracting(Entry::transfer).isEqualTo(duel.ledger());
    }
}
