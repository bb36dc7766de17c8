package scrip.web.api.buying;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;

/**
 * The terms of a promo code as the operator gives them.
 *
 * @param gives
 *            one of the three kinds
 */
record PromoInput(Benefit gives, Conditions conditions) {

    private static final long MOST_MONEY = 99_999_999;
    private static final long MOST = 1_000_000_000;
    private static final List<String> KINDS = List.of("percentOff", "amountOff", "bonusCredits");

    /** @param currency the one that credits are sold in: an amount off of another could never be taken off */
    static @Nullable PromoInput of(Fields in, String currency) {
        Field<Long> percent = in.optional("percentOff", Kinds.whole(1, Benefit.HUNDRED));
        Field<Money> amount = in.optional("amountOff", money(currency));
        Field<Credits> bonus = in.optional("bonusCredits", Kinds.CREDITS);
        checkOneKind(in);
        Conditions conditions = conditions(in);
        return conditions == null ? null
                : in.valid(() -> new PromoInput(benefit(percent.orNull(), amount.orNull(), bonus.orNull()),
                        conditions));
    }

    private static void checkOneKind(Fields in) {
        List<String> given = KINDS.stream().filter(in::has).toList();
        if (given.isEmpty()) {
            in.reject(KINDS.getFirst(), "is missing: give one of " + String.join(", ", KINDS));
        }
        given.stream().skip(1).forEach(name -> in.reject(name, "cannot be given beside " + given.getFirst()));
    }

    private static Benefit benefit(@Nullable Long percent, @Nullable Money amount, @Nullable Credits bonus) {
        return Stream.of(percent == null ? null : new Benefit.PercentOff(Math.toIntExact(percent)),
                amount == null ? null : new Benefit.AmountOff(amount),
                bonus == null ? null : new Benefit.BonusCredits(bonus)).filter(Objects::nonNull).findFirst()
                .orElseThrow();
    }

    /** Minor units alone are of the shop's currency. */
    private static Kind<Money> money(String currency) {
        Kind<Long> value = Kinds.whole(1, MOST_MONEY);
        return (node, at) -> {
            if (node.isNumber()) {
                Long minorUnits = value.read(node, at);
                return minorUnits == null ? null : Money.of(minorUnits, currency);
            }
            return Kinds.object(in -> money(in, value, currency)).read(node, at);
        };
    }

    private static @Nullable Money money(Fields in, Kind<Long> kind, String currency) {
        Field<Long> value = in.required("value", kind);
        Field<String> given = in.required("currency", Kinds.text(3));
        if (!given.or(currency).equalsIgnoreCase(currency)) {
            in.reject("currency", "must be " + currency + ", the currency that credits are sold in");
        }
        return in.valid(() -> Money.of(value.get(), currency));
    }

    private static @Nullable Conditions conditions(Fields in) {
        Field<Instant> startsAt = in.optional("startsAt", Kinds.INSTANT);
        Field<Instant> endsAt = in.optional("endsAt", Kinds.INSTANT);
        Field<Long> most = in.optional("maxRedemptions", Kinds.whole(1, MOST));
        Field<Long> mostPerPool = in.optional("maxPerPool", Kinds.whole(1, MOST));
        Field<Long> least = in.optional("minimumCredits", Kinds.whole(1, MOST));
        Field<Boolean> first = in.optional("firstPurchaseOnly", Kinds.FLAG);
        if (!endsAt.or(Instant.MAX).isAfter(startsAt.or(Instant.MIN))) {
            in.reject("endsAt", "must be after startsAt");
        }
        return in.valid(() -> new Conditions(startsAt.orNull(), endsAt.orNull(), most.orNull(), mostPerPool.orNull(),
                Credits.of(least.or(0L)), first.or(false)));
    }
}
