package scrip.web.api.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Receipt;

/** A charge as it goes out. */
record ChargeJson(String id, @Nullable String hold, String operation, String builder, BigDecimal credits,
        TakenAndDebt taken, BigDecimal waived, boolean late, boolean ownKey, @Nullable String reference,
        Instant chargedAt, ReceiptJson receipt, Object balance) {

    /** Where the credits came from, and what was not there. */
    record TakenAndDebt(BigDecimal monthly, BigDecimal promotional, BigDecimal addOn, BigDecimal debt) {}

    record ReceiptJson(@Nullable String rateCard, List<Line> lines) {}

    record Line(String model, String kind, long tokens, BigDecimal perMillion, BigDecimal credits) {

        static Line of(Receipt.Line line) {
            return new Line(line.model(), line.kind(), line.tokens(), line.perMillion().toDecimal(),
                    plain(line.credits()));
        }

        private static BigDecimal plain(BigDecimal exact) {
            BigDecimal stripped = exact.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    static ChargeJson of(PoolId pool, Charge charge, Object balance) {
        Taken taken = Taken.of(charge.slices());
        Receipt receipt = charge.receipt();
        return new ChargeJson(PublicId.CHARGE.of(pool, charge.number()), PublicId.HOLD.orNull(pool, charge.hold()),
                charge.work().operation(), charge.work().builder(), charge.credits().toDecimal(),
                new TakenAndDebt(taken.monthly(), taken.promotional(), taken.addOn(), charge.debt().toDecimal()),
                charge.waived().toDecimal(), charge.late(), charge.work().ownKey(), charge.work().reference(),
                charge.chargedAt(),
                new ReceiptJson(receipt.rateCard(), receipt.lines().stream().map(Line::of).toList()), balance);
    }
}
