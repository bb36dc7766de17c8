package scrip.web.operator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.web.api.json.Field;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/**
 * The form that makes a promo code (rule 27): {@code code}, {@code kind} ({@code percentOff},
 * {@code amountOff}, {@code bonusCredits}) and {@code value}, {@code startsAt} and {@code endsAt} in UTC,
 * {@code maxRedemptions}, {@code maxPerPool}, {@code minimumCredits} and {@code firstPurchaseOnly}.
 */
final class PromoForm {

    static final String NAME = "promo";

    private static final long MOST = 1_000_000_000;
    private static final Map<String, Kind> KINDS = Map.of("percentOff", Kind.PERCENT, "amountOff", Kind.AMOUNT,
            "bonusCredits", Kind.BONUS);

    private enum Kind {
        PERCENT, AMOUNT, BONUS
    }

    private PromoForm() {}

    static Form opening() {
        return Form.opening(NAME, Map.of("kind", "percentOff"));
    }

    /**
     * Reads the form; what is wrong with it is noted in it.
     *
     * @param currency
     *            the one that credits are sold in
     */
    static Optional<PromoCode> read(Form form, String currency, Instant now) {
        Field<String> typed = form.required("code", Texts.line(PromoCode.LONGEST));
        Optional<String> code = typed.orNull() == null ? Optional.empty() : PromoCode.normalized(typed.get());
        if (typed.orNull() != null && code.isEmpty()) {
            form.refuse("code", "not_a_code");
        }
        Field<Kind> kind = form.required("kind", Texts.oneOf(KINDS));
        Benefit gives = benefit(form, kind.or(Kind.PERCENT), currency);
        Conditions conditions = conditions(form);
        return form.valid(() -> new PromoCode(code.orElseThrow(), Objects.requireNonNull(gives),
                Objects.requireNonNull(conditions), now, null));
    }

    private static @Nullable Benefit benefit(Form form, Kind kind, String currency) {
        return switch (kind) {
            case PERCENT -> {
                Long percent = form.required("value", Texts.whole(1, Benefit.HUNDRED)).orNull();
                yield percent == null ? null : new Benefit.PercentOff(Math.toIntExact(percent));
            }
            case AMOUNT -> {
                Money amount = amount(form, currency);
                yield amount == null ? null : new Benefit.AmountOff(amount);
            }
            case BONUS -> {
                Credits credits = form.required("value", Texts::credits).orNull();
                yield credits == null ? null : new Benefit.BonusCredits(credits);
            }
        };
    }

    /** Typed in whole units of the currency, such as 5 or 5.00. */
    private static @Nullable Money amount(Form form, String currency) {
        Credits typed = form.required("value", Texts::credits).orNull();
        int decimals = Math.max(0, Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits());
        if (typed != null && typed.toDecimal().stripTrailingZeros().scale() > decimals) {
            form.refuse("value", "not_money");
        }
        return typed == null || form.isRefused() ? null
                : Money.of(typed.toDecimal().movePointRight(decimals).longValueExact(), currency);
    }

    private static @Nullable Conditions conditions(Form form) {
        Instant startsAt = instant(form, "startsAt");
        Instant endsAt = instant(form, "endsAt");
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            form.refuse("endsAt", "not_after_start");
        }
        Field<Long> most = form.optional("maxRedemptions", Texts.whole(1, MOST));
        Field<Long> mostPerPool = form.optional("maxPerPool", Texts.whole(1, MOST));
        Field<Long> least = form.optional("minimumCredits", Texts.whole(1, MOST));
        boolean first = form.has("firstPurchaseOnly", "true");
        return form.valid(() -> new Conditions(startsAt, endsAt, most.orNull(), mostPerPool.orNull(),
                Credits.of(least.or(0L)), first)).orElse(null);
    }

    private static @Nullable Instant instant(Form form, String field) {
        LocalDateTime local = form.optional(field, Texts::localTime).orNull();
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }
}
