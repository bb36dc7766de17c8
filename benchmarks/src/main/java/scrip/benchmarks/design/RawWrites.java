package scrip.benchmarks.design;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import javax.sql.DataSource;

import org.HdrHistogram.Histogram;
import scrip.benchmarks.load.Sample;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Micros;

/**
 * The ceiling: the rows that holds and settlements leave, written by one connection as fast as the server takes them.
 * Nobody calls, nothing is looked up, decided or hashed; the text of each batch is one round trip with its commit.
 */
public final class RawWrites {

    private static final HexFormat HEX = HexFormat.of();
    private static final String HASH = "x'" + "5a".repeat(32) + "'";

    private final DataSource connections;
    private final PoolId pool;
    private final Map<Integer, String> content = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom();
    private long seq = 1_000_000_000;
    private long number = 1_000_000_000;

    /** @param pool one of its own, whose rows do not add up */
    public RawWrites(DataSource connections, PoolId pool) {
        this.connections = connections;
        this.pool = pool;
    }

    /** @param operations in a batch, half of them holds and half settlements of the holds of the batch before */
    public Sample run(int operations, Duration time) {
        Histogram latencies = new Histogram(3);
        Sample.Running sample = new Sample.Running();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        long count = 0;
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (long now = begun; now < end; count += operations) {
                statement.execute(batch(operations / 2));
                while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                    // The failure of a later statement shows only when its result is asked for.
                }
                connection.commit();
                long done = System.nanoTime();
                latencies.recordValue(done - now);
                now = done;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return sample.end(latencies, count);
    }

    private String batch(int pairs) {
        long now = Micros.of(Instant.now());
        long firstHold = number + 1;
        long firstCharge = firstHold + pairs;
        long settled = firstHold - 2L * pairs;
        StringBuilder ledger = new StringBuilder("""
                INSERT INTO ledger_entry (pool, seq, due_at, written_at, type, from_account, to_account, micros, source,
                    operation, builder, hold, charge, hash) VALUES""");
        StringBuilder holds = new StringBuilder("""
                INSERT INTO hold (pool, number, status, operation, builder, own_key, reference, micros, ceiling, slices,
                    created_at, expires_at) VALUES""");
        StringBuilder charges = new StringBuilder("""
                INSERT INTO charge (pool, number, hold, operation, builder, own_key, reference, micros, slices,
                    charged_at, period) VALUES""");
        StringBuilder keys = new StringBuilder("INSERT INTO request_key (pool, id, batch) VALUES");
        StringBuilder ended = new StringBuilder();
        String batch = id();
        for (int i = 0; i < pairs; i++) {
            entry(ledger, i > 0, now, "4,4,7,2000000", (firstHold + i) + ",NULL");
            entry(ledger, true, now, "6,7,8,1250000", (settled + i) + "," + (firstCharge + i));
            entry(ledger, true, now, "5,7,4,750000", (settled + i) + "," + (firstCharge + i));
            holds.append(i == 0 ? "(" : ",(").append(pool.value()).append(',').append(firstHold + i)
                    .append(",1,'query','grace@nexuscorp.test',0,'run-4711',2000000,NULL,'m:1=2000000',").append(now)
                    .append(',').append(now + 900_000_000).append(')');
            charges.append(i == 0 ? "(" : ",(").append(pool.value()).append(',').append(firstCharge + i).append(',')
                    .append(settled + i)
                    .append(",'query','grace@nexuscorp.test',0,'run-4711',1250000,'m:1=1250000',").append(now)
                    .append(",1)");
            key(keys, i == 0, i == 0 ? batch : id(), batch);
            key(keys, false, id(), batch);
            ended.append(i == 0 ? "" : ",").append(settled + i);
        }
        number += 2L * pairs;
        return "UPDATE pool SET as_of = " + now + ", last_number = " + number + ", seq = " + seq + ", hash = " + HASH
                + " WHERE id = " + pool.value() + ";\n" + ledger + ";\n" + holds + ";\nUPDATE hold SET status = 2 "
                + "WHERE pool = " + pool.value() + " AND number IN (" + ended + ");\n" + charges
                + ";\n" + keys + ";\nINSERT INTO kept_answers (pool, batch, kept_at, answers, content) VALUES ("
                + pool.value() + ",x'" + batch + "'," + now + "," + 2 * pairs + ",x'" + answers(2 * pairs) + "')";
    }

    private void entry(StringBuilder text, boolean more, long now, String moved, String cause) {
        text.append(more ? ",(" : "(").append(pool.value()).append(',').append(++seq).append(',').append(now)
                .append(',').append(now).append(',').append(moved).append(",'m:1','query','grace@nexuscorp.test',")
                .append(cause).append(',').append(HASH).append(')');
    }

    private void key(StringBuilder text, boolean first, String id, String batch) {
        text.append(first ? "(" : ",(").append(pool.value()).append(",x'").append(id).append("',x'").append(batch)
                .append("')");
    }

    private String id() {
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    /** As long as the desk's: what packs of an answer, and what does not. */
    private String answers(int count) {
        return content.computeIfAbsent(count, _ -> {
            StringBuilder texts = new StringBuilder();
            for (int i = 0; i < count; i++) {
                texts.append(Design.answer(pool, "hold", number + i));
            }
            byte[] heads = new byte[55 * count];
            random.nextBytes(heads);
            return HEX.formatHex(heads) + HEX.formatHex(packed(texts.toString().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static byte[] packed(byte[] texts) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(texts);
            deflater.finish();
            byte[] packed = new byte[texts.length];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }
}
