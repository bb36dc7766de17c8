package scrip.domain.topup;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;

/**
 * A pool's automatic top-up: below a threshold it buys add-on credits with a saved card, one purchase at a time, at most
 * so many in a calendar month (UTC), with a cool-down after each, and not again once the card was declined three times in
 * a row, or once nobody can say whether it was charged. An immutable value; off until an admin turns it on.
 *
 * @param card
 *            the saved card, null before one is saved
 * @param progress
 *            what has happened so far
 */
public record AutoTopUp(PoolId pool, Settings settings, @Nullable Card card, Progress progress) {

    /** So many declines in a row suspend it. */
    public static final int MOST_DECLINES = 3;

    /** How long after an end the next may begin. */
    public static final Duration COOL_DOWN = Duration.ofHours(1);

    /**
     * What the admin set.
     *
     * @param threshold
     *            it begins when less than that is available
     * @param credits
     *            whole add-on credits to buy, a multiple of 100
     * @param mostPerMonth
     *            1 or more
     */
    public record Settings(boolean enabled, Credits threshold, long credits, int mostPerMonth) {

        /** What an admin finds who has never set it. */
        public static final Settings OFF = new Settings(false, Credits.of(100), 500, 3);
    }

    /**
     * A card saved at the gateway with its owner's consent.
     *
     * @param mode
     *            the gateway's mode that it was saved in
     * @param customer
     *            the gateway's customer that it belongs to
     * @param method
     *            the gateway's id of it
     * @param label
     *            what people know it by, such as "Visa •••• 4242"
     * @param savedAt
     *            when it was saved, as the gateway says
     */
    public record Card(String mode, String customer, String method, String label, Instant savedAt) {

        private boolean isReplacedBy(Card other) {
            boolean late = mode.equals(other.mode) && other.savedAt.isBefore(savedAt);
            return !late && !method.equals(other.method);
        }
    }

    /**
     * @param attempt
     *            number of the attempt that runs or comes next; names its purchase
     * @param begunAt
     *            since when one runs, null if none does
     * @param month
     *            the month that is counted
     * @param begunInMonth
     *            how many began in it and did not end declined
     * @param declines
     *            in a row; as many as suspend it once nobody can say whether the card was charged
     * @param endedAt
     *            when the latest ended, null before the first
     * @param outcome
     *            how it ended, null before the first
     */
    public record Progress(int attempt, @Nullable Instant begunAt, YearMonth month, int begunInMonth, int declines,
            @Nullable Instant endedAt, @Nullable Outcome outcome) {

        static final Progress NONE = new Progress(1, null, YearMonth.of(1970, 1), 0, 0, null, null);

        private int begunIn(YearMonth which) {
            return month.equals(which) ? begunInMonth : 0;
        }
    }

    /** How an attempt ended. */
    public enum Outcome {
        /** It was paid and its credits were added. */
        PAID,
        /** The card was declined. */
        DECLINED,
        /** What was to be bought is not for sale to this pool now. */
        REFUSED,
        /**
         * Nobody can say whether the card was charged: should it have been, its credits still come. It is suspended, because
         * another attempt might be the second payment for the same need.
         */
        GIVEN_UP
    }

    /** Where it stands. */
    public enum State {
        OFF, NEEDS_CARD, ACTIVE, RUNNING, SUSPENDED
    }

    public static AutoTopUp off(PoolId pool) {
        return new AutoTopUp(pool, Settings.OFF, null, Progress.NONE);
    }

    public State state() {
        if (!settings.enabled) {
            return State.OFF;
        }
        if (card == null) {
            return State.NEEDS_CARD;
        }
        if (progress.declines >= MOST_DECLINES) {
            return State.SUSPENDED;
        }
        return progress.begunAt == null ? State.ACTIVE : State.RUNNING;
    }

    /** @return from when on another may begin; nothing while none may */
    public Optional<Instant> nextAt() {
        if (state() != State.ACTIVE) {
            return Optional.empty();
        }
        Instant rested = progress.endedAt == null ? Instant.EPOCH : progress.endedAt.plus(COOL_DOWN);
        YearMonth month = YearMonth.from(rested.atZone(ZoneOffset.UTC));
        boolean full = progress.begunInMonth >= settings.mostPerMonth && !month.isAfter(progress.month);
        Instant nextMonth = progress.month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Optional.of(full ? nextMonth : rested);
    }

    /** Whether one is to begin. */
    public boolean isDue(Credits available, Instant now) {
        return available.compareTo(settings.threshold) < 0 && nextAt().filter(next -> !next.isAfter(now)).isPresent();
    }

    /**
     * @throws IllegalStateException
     *             if none may begin
     */
    public AutoTopUp begun(Instant now) {
        if (nextAt().filter(next -> !next.isAfter(now)).isEmpty()) {
            throw new IllegalStateException("no top-up of " + pool + " may begin");
        }
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        return with(new Progress(progress.attempt, now, month, progress.begunIn(month) + 1, progress.declines,
                progress.endedAt, progress.outcome));
    }

    /** @return with the running one ended; the same if none runs. One that bought nothing does not count in the month. */
    public AutoTopUp ended(Outcome outcome, Instant now) {
        if (progress.begunAt == null) {
            return this;
        }
        int declines = switch (outcome) {
            case DECLINED -> progress.declines + 1;
            case PAID -> 0;
            case REFUSED -> progress.declines;
            case GIVEN_UP -> MOST_DECLINES;
        };
        boolean counts = outcome == Outcome.PAID || outcome == Outcome.GIVEN_UP;
        return with(new Progress(progress.attempt + 1, null, progress.month,
                counts ? progress.begunInMonth : progress.begunInMonth - 1, declines, now, outcome));
    }

    /** The admin sets it; turning it on again lifts a suspension. */
    public AutoTopUp set(Settings wanted) {
        return new AutoTopUp(pool, wanted, card, wanted.enabled ? forgiven() : progress);
    }

    /**
     * A card is saved in the place of any other; it begins without declines.
     *
     * @return the same if it is that card already, or if a later one is there: news may come late and twice
     */
    public AutoTopUp with(Card saved) {
        return card == null || card.isReplacedBy(saved) ? new AutoTopUp(pool, settings, saved, forgiven()) : this;
    }

    /** @return as the gateway of a mode sees it: a card that was saved in another mode is none there */
    public AutoTopUp in(String mode) {
        return card == null || card.mode.equals(mode) ? this : new AutoTopUp(pool, settings, null, progress);
    }

    private Progress forgiven() {
        return new Progress(progress.attempt, progress.begunAt, progress.month, progress.begunInMonth, 0,
                progress.endedAt, progress.outcome);
    }

    private AutoTopUp with(Progress next) {
        return new AutoTopUp(pool, settings, card, next);
    }
}
