package scrip.domain.promo;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A promo code (rule 27).
 *
 * @param code
 *            as {@link #normalized} gives it
 * @param retiredAt
 *            since when it is withdrawn, null while it is not
 */
public record PromoCode(String code, Benefit gives, Conditions conditions, Instant createdAt,
        @Nullable Instant retiredAt) {

    /** Most characters of a code. */
    public static final int LONGEST = 64;

    private static final Pattern SYNTAX = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0," + (LONGEST - 1) + "}");
    private static final Pattern TYPED = Pattern.compile(SYNTAX.pattern(), Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE_AROUND = Pattern.compile("^[\\s\\u00a0]+|[\\s\\u00a0]+$");

    public PromoCode {
        if (!SYNTAX.matcher(code).matches()) {
            throw new IllegalArgumentException("not a normalized promo code: " + code);
        }
    }

    /**
     * Codes ignore case and surrounding space.
     *
     * @return the one way in which the code is written: capital letters, digits, dots, dashes and underscores; nothing if
     *         no code looks like this
     */
    public static Optional<String> normalized(String typed) {
        return Optional.of(SPACE_AROUND.matcher(typed).replaceAll("")).filter(TYPED.asMatchPredicate())
                .map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** @return why a purchase cannot redeem it now, or nothing if it can */
    public Optional<PromoRefusal> refusalOf(Wish wish, Use use, Instant now) {
        Optional<PromoRefusal> closed = closed(now);
        if (closed.isPresent()) {
            return closed;
        }
        if (conditions.isUsedUp(use.redemptions())) {
            return Optional.of(PromoRefusal.USED_UP);
        }
        if (conditions.firstPurchaseOnly() && (!wish.first() || use.otherFirsts() > 0)) {
            return Optional.of(PromoRefusal.NOT_FIRST_PURCHASE);
        }
        if (conditions.isUsedUpHere(use.here())) {
            return Optional.of(PromoRefusal.USED_UP_HERE);
        }
        return wish.credits().isLessThan(conditions.minimumCredits())
                ? Optional.of(PromoRefusal.BELOW_MINIMUM)
                : otherCurrency(wish);
    }

    private Optional<PromoRefusal> closed(Instant now) {
        if (retiredAt != null) {
            return Optional.of(PromoRefusal.RETIRED);
        }
        if (!conditions.hasStarted(now)) {
            return Optional.of(PromoRefusal.NOT_STARTED);
        }
        return conditions.hasEnded(now) ? Optional.of(PromoRefusal.ENDED) : Optional.empty();
    }

    private Optional<PromoRefusal> otherCurrency(Wish wish) {
        return gives instanceof Benefit.AmountOff off && !off.amount().currency().equals(wish.price().currency())
                ? Optional.of(PromoRefusal.OTHER_CURRENCY)
                : Optional.empty();
    }

    /** @param redemptions how often it is redeemed */
    public PromoStatus status(long redemptions, Instant now) {
        Optional<PromoRefusal> closed = closed(now);
        if (closed.isPresent()) {
            return switch (closed.get()) {
                case RETIRED -> PromoStatus.RETIRED;
                case NOT_STARTED -> PromoStatus.SCHEDULED;
                default -> PromoStatus.ENDED;
            };
        }
        return conditions.isUsedUp(redemptions) ? PromoStatus.USED_UP : PromoStatus.ACTIVE;
    }
}
