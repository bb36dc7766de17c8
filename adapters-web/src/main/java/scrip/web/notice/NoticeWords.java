package scrip.web.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.pool.AddOn;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.page.Notice;

/** Puts what a notice is about into the words of the message file, the same on pages and in e-mails. */
final class NoticeWords {

    private NoticeWords() {}

    /**
     * @param now
     *            from when a year is counted that a purchase would bring
     * @param dismissUrl
     *            where it is dismissed, or null
     */
    static Notice of(Matter matter, Instant now, @Nullable String dismissUrl) {
        return switch (matter) {
            case Matter.Low low -> new Notice("low",
                    List.of(Integer.toString(low.percent()), text(low.left()), day(low.renewsAt())), "warning",
                    dismissUrl);
            case Matter.Exhausted exhausted ->
                    new Notice(exhausted.available().isZero() ? "exhausted-all" : "exhausted",
                            List.of(day(exhausted.renewsAt())), "danger", dismissUrl);
            case Matter.AddOnEnding ending -> new Notice("add-on-ending",
                    List.of(text(ending.credits()), day(ending.endsAt()), day(AddOn.oneYearFrom(now))), "warning",
                    dismissUrl);
            case Matter.PlanChanged changed when changed.plan() == null ->
                    new Notice("plan-free", List.of(text(changed.monthly())), "info", dismissUrl);
            case Matter.PlanChanged changed -> new Notice("plan-changed",
                    List.of(String.valueOf(changed.plan()), text(changed.monthly())), "info", dismissUrl);
            case Matter.PaymentFailed failed ->
                    new Notice("payment-failed", List.of(text(failed.credits())), "danger", dismissUrl);
        };
    }

    private static String text(Credits credits) {
        return AmountText.credits(credits.micros());
    }

    private static String day(Instant instant) {
        return Moment.day(instant).text();
    }
}
