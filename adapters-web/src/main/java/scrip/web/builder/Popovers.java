package scrip.web.builder;

import java.math.BigDecimal;
import java.math.RoundingMode;

import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.web.notice.NoticeBoard;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.place.Place;
import scrip.web.place.Visit;
import scrip.web.settings.CreditsCards;
import scrip.web.settings.LimitsCards;

/** Fills the credit icon and its popover. */
final class Popovers {

    private static final long THOUSAND = 1_000;
    private static final long COMPACT_FROM = 10_000;
    private static final long LOW = 5;

    private final LimitsCards limits;
    private final NoticeBoard notices;

    Popovers(LimitsCards limits, NoticeBoard notices) {
        this.limits = limits;
        this.notices = notices;
    }

    CreditsPopover of(Visit visit, CreditPool pool) {
        Place place = visit.place();
        boolean monthly = pool.period().granted().isPositive();
        return new CreditsPopover(CreditsCards.text(pool.available()), compact(pool.available()), tone(pool),
                monthly ? CreditsCards.text(pool.stock().monthly()) : null,
                monthly ? CreditsCards.text(pool.period().granted()) : null,
                monthly ? CreditsCards.bar(pool) : null, monthly ? Moment.day(pool.period().endExclusive()) : null,
                CreditsCards.text(pool.stock().addOn().available()), CreditsCards.validUntil(pool),
                CreditsCards.textOrNull(pool.stock().promotional()), CreditsCards.textOrNull(pool.held().total()),
                CreditsCards.textOrNull(pool.debt()), notices.of(visit, pool), limits.own(pool, visit.member().email()),
                visit.isAdmin() ? place.buy() : null, place.settings(), place.builder() + "/credits",
                CreditsCards.streamOf(pool, place.builder() + "/stream"));
    }

    /** Rounded down: an icon never shows more than there is. */
    static String compact(Credits credits) {
        long whole = credits.wholeFloor().micros() / Credits.MICROS_PER_CREDIT;
        if (whole < COMPACT_FROM) {
            return AmountText.count(whole);
        }
        boolean millions = whole >= THOUSAND * THOUSAND;
        BigDecimal short1 = BigDecimal.valueOf(whole)
                .divide(BigDecimal.valueOf(millions ? THOUSAND * THOUSAND : THOUSAND), 1, RoundingMode.DOWN);
        return short1.stripTrailingZeros().toPlainString() + (millions ? "M" : "k");
    }

    private static String tone(CreditPool pool) {
        if (pool.available().isZero()) {
            return "empty";
        }
        return pool.available().times(LOW).isLessThan(pool.period().granted()) ? "low" : "calm";
    }
}
