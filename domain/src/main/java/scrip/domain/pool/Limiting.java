package scrip.domain.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.Period;

/**
 * Rule 24 within a turn: what builders have used and on hold by now, and whether their limits let them go on. Builders
 * who were not loaded are not followed, because no command of the turn spends for them.
 */
final class Limiting {

    private final @Nullable Builders known;
    private final Map<String, BuilderUse> uses = new HashMap<>();

    /** @param known null if limits were off when the turn was loaded and nobody sets any in it */
    Limiting(@Nullable Builders known) {
        this.known = known;
        if (known != null) {
            uses.putAll(known.uses());
        }
    }

    void opened(Hold hold) {
        change(hold.work(), use -> new BuilderUse(use.used(), use.held().plus(hold.credits())));
    }

    void ended(Hold hold) {
        change(hold.work(), use -> new BuilderUse(use.used(), use.held().minus(hold.credits())));
    }

    /** @param running number of the running period; what belongs to another counts no more */
    void count(Usage part, long running) {
        if (part.period() == running) {
            change(part.work(), use -> new BuilderUse(use.used().plus(part.spent()).minus(part.madeGood()),
                    use.held()));
        }
    }

    private void change(Work work, UnaryOperator<BuilderUse> change) {
        uses.computeIfPresent(work.builder(), (_, use) -> change.apply(use));
    }

    /** Use is of a period; holds go on. */
    void startPeriod() {
        uses.replaceAll((_, use) -> new BuilderUse(Credits.ZERO, use.held()));
    }

    /**
     * @param wanted
     *            what is to be held or charged; nothing, as on an own key, is never refused
     * @return the refusal, if that is more than the builder's limit leaves
     */
    Optional<Reply.LimitReached> refusal(Limits limits, Period period, Work work, Credits wanted) {
        if (!limits.enabled() || wanted.isZero()) {
            return Optional.empty();
        }
        BuilderUse use = uses.get(work.builder());
        if (known == null || use == null) {
            throw new IllegalStateException("limits are on, but the use of " + work.builder() + " was not loaded");
        }
        Credits limit = limits.of(work.builder(), period.granted(), known.sharing(limits));
        return use.total().plus(wanted).isMoreThan(limit)
                ? Optional.of(new Reply.LimitReached(limit, use.used(), use.held()))
                : Optional.empty();
    }
}
