package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.PoolId;
import scrip.web.api.metering.PublicId;

/** A row of the ledger as it goes out. */
record EntryJson(long seq, Instant dueAt, Instant writtenAt, String type, String from, String to, BigDecimal credits,
        @Nullable String operation, @Nullable String builder, @Nullable String hold, @Nullable String charge,
        @Nullable String purchase, String hash) {

    /**
     * @param next
     *            {@code after} of the next page, null on the last
     */
    record Page(List<EntryJson> entries, @Nullable Long next) {}

    static EntryJson of(PoolId pool, Entry entry) {
        Transfer transfer = entry.transfer();
        Cause cause = transfer.cause();
        return new EntryJson(entry.seq(), transfer.dueAt(), entry.writtenAt(), transfer.type().key(),
                transfer.from().key(), transfer.to().key(), transfer.credits().toDecimal(), cause.operation(),
                cause.builder(), PublicId.HOLD.orNull(pool, cause.hold()),
                PublicId.CHARGE.orNull(pool, cause.charge()), cause.purchase(), entry.hash().toString());
    }
}
