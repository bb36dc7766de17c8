package scrip.web.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import scrip.application.notice.Notices;
import scrip.application.notice.Posted;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.notice.NoticeTerms;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.web.page.AmountText;
import scrip.web.page.Notice;
import scrip.web.place.Visit;

/**
 * Shows a visitor the notices of his pool that are still true and that he has not dismissed, with today's figures, most
 * urgent first. What concerns plan and payments is for admins; builders see what they can still spend.
 */
public final class NoticeBoard {

    private static final int LATEST = 100;
    private static final int MOST_PAYMENTS = 3;
    private static final Duration NEWS = Duration.ofDays(14);
    private static final List<String> TONES = List.of("danger", "warning", "info");
    /** Of the same urgency, they stay as they come. */
    private static final Comparator<Notice> MOST_URGENT_FIRST = Comparator
            .comparingInt(notice -> TONES.indexOf(notice.tone()));

    private final Notices notices;
    private final NoticeTerms terms;

    public NoticeBoard(Notices notices, NoticeTerms terms) {
        this.notices = notices;
        this.terms = terms;
    }

    /** @param pool as it stands now */
    public List<Notice> of(Visit visit, CreditPool pool) {
        Showing showing = new Showing(visit, pool, notices.ofPool(visit.pool(), LATEST),
                notices.dismissedBy(visit.pool(), visit.member().email()));
        List<Notice> shown = new ArrayList<>();
        if (pool.debt().isPositive()) {
            shown.add(new Notice("debt", List.of(AmountText.credits(pool.debt().micros())), "danger", null));
        }
        showing.monthly().ifPresent(shown::add);
        if (visit.isAdmin()) {
            shown.addAll(showing.payments());
            showing.addOn().ifPresent(shown::add);
            showing.plan().ifPresent(shown::add);
        }
        shown.sort(MOST_URGENT_FIRST);
        return List.copyOf(shown);
    }

    /** One look at the board. */
    private final class Showing {

        private final Visit visit;
        private final CreditPool pool;
        private final List<Posted> latest;
        private final Set<Long> dismissed;

        Showing(Visit visit, CreditPool pool, List<Posted> latest, Set<Long> dismissed) {
            this.visit = visit;
            this.pool = pool;
            this.latest = latest;
            this.dismissed = dismissed;
        }

        /** The newest alone counts: once it is dismissed, no older one of its kind comes up again. */
        private Optional<Posted> newest(Predicate<Matter> which) {
            return latest.stream().filter(posted -> which.test(posted.notice().matter())).findFirst()
                    .filter(posted -> !dismissed.contains(posted.notice().number()));
        }

        Optional<Notice> monthly() {
            return newest(matter -> matter instanceof Matter.Low || matter instanceof Matter.Exhausted)
                    .flatMap(posted -> now(posted.notice().matter()).map(matter -> show(posted, matter)));
        }

        private Optional<Matter> now(Matter told) {
            Instant renewsAt = pool.period().endExclusive();
            Credits granted = pool.period().granted();
            Credits left = granted.minus(pool.monthlyUsed());
            boolean still = switch (told) {
                case Matter.Low low ->
                        low.renewsAt().equals(renewsAt) && terms.shareReached(left, granted) <= low.percent();
                case Matter.Exhausted out -> out.renewsAt().equals(renewsAt) && left.isZero();
                default -> false;
            };
            if (!still) {
                return Optional.empty();
            }
            return Optional.of(told instanceof Matter.Low low
                    ? new Matter.Low(low.percent(), left, granted, pool.available(), renewsAt)
                    : new Matter.Exhausted(granted, pool.available(), renewsAt));
        }

        Optional<Notice> addOn() {
            return newest(Matter.AddOnEnding.class::isInstance)
                    .flatMap(posted -> ending(posted.notice().matter()).map(matter -> show(posted, matter)));
        }

        private Optional<Matter> ending(Matter told) {
            AddOn addOn = pool.stock().addOn();
            return told instanceof Matter.AddOnEnding ending && ending.endsAt().equals(addOn.endsAt())
                    && addOn.available().isPositive()
                            ? Optional.of(new Matter.AddOnEnding(ending.days(), addOn.available(), ending.endsAt()))
                            : Optional.empty();
        }

        Optional<Notice> plan() {
            return newest(Matter.PlanChanged.class::isInstance).filter(this::isNews)
                    .map(posted -> show(posted, posted.notice().matter()));
        }

        List<Notice> payments() {
            return latest.stream().filter(posted -> posted.notice().matter() instanceof Matter.PaymentFailed)
                    .filter(this::isNews).limit(MOST_PAYMENTS)
                    .filter(posted -> !dismissed.contains(posted.notice().number()))
                    .map(posted -> show(posted, posted.notice().matter())).toList();
        }

        private boolean isNews(Posted posted) {
            return posted.notice().at().isAfter(pool.asOf().minus(NEWS));
        }

        private Notice show(Posted posted, Matter matter) {
            return NoticeWords.of(matter, pool.asOf(), NoticeController.dismissUrl(visit.place(), posted.notice()));
        }
    }
}
