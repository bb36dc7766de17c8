package scrip.persistence.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.audit.Verifier;
import scrip.application.pool.Desk;
import scrip.domain.credit.Credits;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Limits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.reading.JdbcLedgerReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes that post totals at once, as those of an earlier version do, beside others that gather them. */
class UnlikeNodesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> BUILDERS = List.of("ada@x.example", "bob@x.example", "eve@x.example");

    /** Requests in a turn: so few that there are many turns. */
    private static final int FEW = 1;

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    private static Desk node(int mostUnposted) {
        return new Desk(new JdbcPoolStore(STORES.database(), mostUnposted), () -> NOW, Terms.DEFAULT,
                new Desk.Limits(2, 1_000, FEW, 10, 8));
    }

    @Test
    @DisplayName("Rule 24: a builder never gets more than his limit, wherever what he used stands")
    void limits_hold_over_what_is_posted_and_what_is_not() {
        PoolId pool = STORES.nextId();
        STORES.create(CreditPool.open(pool, NOW));
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        try (Desk posting = node(0); Desk gathering = node(10_000); Desk some = node(6)) {
            Asking.ask(posting, pool, new Command.SetLimits(new Limits(true, Credits.of(10), Map.of())));
            List<Desk> nodes = List.of(posting, gathering, some);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 180).forEach(i -> replies.add(CompletableFuture.supplyAsync(
                        () -> Asking.ask(nodes.get(i % 3), pool, charge(BUILDERS.get(i / 3 % 3))), callers)));
            }
        }

        assertThat(replies.stream().map(CompletableFuture::join).filter(Reply.Charged.class::isInstance)).hasSize(30);
        BuilderUse all = new BuilderUse(Credits.of(10), Credits.ZERO);
        assertThat(new JdbcLedgerReader(STORES.database()).buildersUse(pool, 1, NOW, null))
                .isEqualTo(Map.of("ada@x.example", all, "bob@x.example", all, "eve@x.example", all));
        assertThat(new Verifier(new JdbcArchive(STORES.database()), () -> NOW).verify().findings()).isEmpty();
    }

    private static Command charge(String builder) {
        return new Command.MakeCharge(new Work("query", builder, false, null), Credits.of(1), Receipt.REPORTED, false);
    }
}
