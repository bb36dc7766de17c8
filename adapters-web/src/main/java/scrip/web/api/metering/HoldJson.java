package scrip.web.api.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;

/**
 * A hold as it goes out.
 *
 * @param balance
 *            the pool's balance after it; null beside a refusal
 */
record HoldJson(String id, String status, String operation, String builder, BigDecimal credits,
        @Nullable BigDecimal ceiling, Taken taken, boolean ownKey, @Nullable String reference, Instant createdAt,
        Instant expiresAt, @Nullable Object balance) {

    static HoldJson of(PoolId pool, Hold hold, @Nullable Object balance) {
        return new HoldJson(PublicId.HOLD.of(pool, hold.number()), status(hold), hold.work().operation(),
                hold.work().builder(), hold.credits().toDecimal(),
                hold.ceiling() == null ? null : hold.ceiling().toDecimal(), Taken.of(hold.slices()),
                hold.work().ownKey(), hold.work().reference(), hold.createdAt(), hold.expiresAt(), balance);
    }

    static String status(Hold hold) {
        return hold.status().name().toLowerCase(Locale.ROOT);
    }
}
