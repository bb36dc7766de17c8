package scrip.web.usage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.Turns;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

class ChargeCsvTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final int CHARGES = 12_600;

    private final InMemoryPoolStore pools = new InMemoryPoolStore();

    /** One of six hundred is a layout. */
    @BeforeEach
    void charge_more_than_some_pages() {
        pools.create(CreditPool.open(POOL, NOON));
        Turns turns = new Turns(pools);
        for (int i = 0; i < CHARGES; i += 600) {
            turns.take(POOL, NOON, Collections.nCopies(599, charge("query")).toArray(Command[]::new));
            turns.take(POOL, NOON, charge("layout"));
        }
    }

    private static Command charge(String operation) {
        return new Command.MakeCharge(new Work(operation, "ada@nexus.test", false, null), Credits.of(1),
                Receipt.REPORTED, true);
    }

    @Test
    void it_has_every_charge_once_newest_first_however_many_there_are() throws IOException {
        List<Long> numbers = numbers(csv(null));

        assertThat(numbers).hasSize(CHARGES).doesNotHaveDuplicates().isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void it_has_all_that_match_however_far_apart() throws IOException {
        assertThat(numbers(csv("layout"))).hasSize(CHARGES / 600);
        assertThat(numbers(csv("sql_generation"))).isEmpty();
    }

    private List<String> csv(@Nullable String operation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChargeCsv.write(new Charges(new InMemoryLedgerReader(pools)), POOL,
                new UsageQuery(null, null, operation, null, null), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Long> numbers(List<String> lines) {
        assertThat(lines.getFirst() + "\r\n").isEqualTo(ChargeCsv.HEAD);
        return lines.stream().skip(1).map(line -> Long.valueOf(line.split(",", 3)[1])).toList();
    }
}
