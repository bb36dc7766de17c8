package scrip.persistence.promo;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import scrip.application.promo.PromoStore.Counted;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** A promo code as a row. */
record PromoRow(PromoCode promo) {

    /** The columns that {@link #counted(Cells)} reads. */
    static final String COLUMNS = """
            code, kind, amount, currency, starts_at, ends_at, max_redemptions, max_per_pool, minimum_credits,
            first_purchase_only, created_at, retired_at, redeemed""";

    static Counted counted(Cells cells) throws SQLException {
        String code = cells.text();
        Benefit gives = benefit(cells.text(), cells.number(), cells.textOrNull());
        Conditions conditions = new Conditions(cells.instantOrNull(), cells.instantOrNull(), cells.numberOrNull(),
                cells.numberOrNull(), cells.credits(), cells.flag());
        return new Counted(new PromoCode(code, gives, conditions, cells.instant(), cells.instantOrNull()),
                cells.number());
    }

    private static Benefit benefit(String kind, long amount, @Nullable String currency) {
        return switch (Kind.valueOf(kind)) {
            case PERCENT_OFF -> new Benefit.PercentOff(Math.toIntExact(amount));
            case AMOUNT_OFF -> {
                if (currency == null) {
                    throw new IllegalStateException("an amount off without a currency");
                }
                yield new Benefit.AmountOff(Money.of(amount, currency));
            }
            case BONUS_CREDITS -> new Benefit.BonusCredits(Credits.ofMicros(amount));
        };
    }

    private enum Kind {
        PERCENT_OFF, AMOUNT_OFF, BONUS_CREDITS
    }

    private record Gift(Kind kind, long amount, @Nullable String currency) {

        static Gift of(Benefit gives) {
            return switch (gives) {
                case Benefit.PercentOff off -> new Gift(Kind.PERCENT_OFF, off.percent(), null);
                case Benefit.AmountOff off ->
                        new Gift(Kind.AMOUNT_OFF, off.amount().minorUnits(), off.amount().currency());
                case Benefit.BonusCredits bonus -> new Gift(Kind.BONUS_CREDITS, bonus.credits().micros(), null);
            };
        }
    }

    Sql insert() {
        Gift gift = Gift.of(promo.gives());
        Conditions on = promo.conditions();
        return Sql.of("""
                INSERT INTO promo_code (code, kind, amount, currency, starts_at, ends_at, max_redemptions, max_per_pool,
                    minimum_credits, first_purchase_only, created_at, retired_at, redeemed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""", promo.code(), gift.kind.name(), gift.amount,
                gift.currency, Micros.ofNullable(on.startsAt()), Micros.ofNullable(on.endsAt()), on.maxRedemptions(),
                on.maxPerPool(),
                on.minimumCredits().micros(), on.firstPurchaseOnly() ? 1 : 0, Micros.of(promo.createdAt()),
                Micros.ofNullable(promo.retiredAt()));
    }

    /** Everything but when it was made and how often it is redeemed. */
    Sql update() {
        Gift gift = Gift.of(promo.gives());
        Conditions on = promo.conditions();
        return Sql.of("""
                UPDATE promo_code SET kind = ?, amount = ?, currency = ?, starts_at = ?, ends_at = ?,
                    max_redemptions = ?, max_per_pool = ?, minimum_credits = ?, first_purchase_only = ?, retired_at = ?
                WHERE code = ?""", gift.kind.name(), gift.amount, gift.currency, Micros.ofNullable(on.startsAt()),
                Micros.ofNullable(on.endsAt()), on.maxRedemptions(), on.maxPerPool(), on.minimumCredits().micros(),
                on.firstPurchaseOnly() ? 1 : 0, Micros.ofNullable(promo.retiredAt()), promo.code());
    }

}
