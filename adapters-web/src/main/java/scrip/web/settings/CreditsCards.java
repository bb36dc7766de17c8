package scrip.web.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.License;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.web.live.Versions;
import scrip.web.page.AmountText;
import scrip.web.page.Bar;
import scrip.web.page.Moment;

/** Writes a pool out as the AI credits card shows it. */
public final class CreditsCards {

    /** A pace is a guess: more than a decimal of it would only look exact. */
    private static final long TENTH = Credits.MICROS_PER_CREDIT / 10;

    private CreditsCards() {}

    /**
     * @param forecast
     *            null to leave it out
     * @param updates
     *            how the card keeps up to date, or null if it does not
     */
    public static CreditsCard of(CreditPool pool, @Nullable Forecast forecast, @Nullable Updates updates) {
        AddOn addOn = pool.stock().addOn();
        return new CreditsCard(text(pool.available()), monthly(pool),
                new CreditsCard.AddOn(text(addOn.available()), moment(addOn)), promotional(pool),
                textOrNull(pool.held().total()), textOrNull(pool.debt()), forecast == null ? null : forecast(forecast),
                updates == null ? null : updates.refreshUrl,
                updates == null ? null : streamOf(pool, updates.streamUrl));
    }

    /**
     * How a part of a page keeps up to date.
     *
     * @param refreshUrl
     *            answers with it anew
     * @param streamUrl
     *            tells when it has changed
     */
    public record Updates(String refreshUrl, String streamUrl) {}

    /** @return the stream's address for a page that shows this balance */
    public static String streamOf(CreditPool pool, String streamUrl) {
        return streamUrl + "?shown=" + Versions.of(pool);
    }

    /** @return the end of the add-on pool, or null when nothing is in it */
    public static @Nullable Moment validUntil(CreditPool pool) {
        return moment(pool.stock().addOn());
    }

    private static @Nullable Moment moment(AddOn addOn) {
        return addOn.endsAt() == null || addOn.lots().isEmpty() ? null : Moment.day(addOn.endsAt());
    }

    private static CreditsCard.@Nullable Monthly monthly(CreditPool pool) {
        if (pool.period().granted().isZero()) {
            return null;
        }
        License license = pool.licensing().inForceAt(pool.asOf()).orElse(null);
        return new CreditsCard.Monthly(text(pool.stock().monthly()), text(pool.monthlyUsed()),
                text(pool.period().granted()), bar(pool), Moment.day(pool.period().endExclusive()),
                license == null ? "" : AmountText.count(license.builders()),
                license == null ? "" : text(license.creditsPerBuilder()));
    }

    /** @return used and held of the running period's grant */
    public static Bar bar(CreditPool pool) {
        return Bar.of(pool.monthlyUsed().micros(), pool.held().monthly().micros(), pool.period().granted().micros());
    }

    private static List<CreditsCard.Promotional> promotional(CreditPool pool) {
        return pool.stock().grants().stream().filter(grant -> grant.available().isPositive())
                .map(grant -> new CreditsCard.Promotional(text(grant.available()), Moment.day(grant.expiresAt()),
                        grant.reason()))
                .toList();
    }

    private static CreditsCard.@Nullable Forecast forecast(Forecast forecast) {
        if (forecast.perDay().isZero()) {
            return null;
        }
        Credits perDay = Credits.ofMicros(forecast.perDay().micros() / TENTH * TENTH);
        return new CreditsCard.Forecast(text(perDay.isZero() ? forecast.perDay() : perDay),
                forecast.runsOutAt() == null ? null : Moment.day(forecast.runsOutAt()),
                textOrNull(forecast.expiringUnused().wholeFloor()));
    }

    public static String text(Credits credits) {
        return AmountText.credits(credits.micros());
    }

    /** @return null for no credits at all */
    public static @Nullable String textOrNull(Credits credits) {
        return credits.isZero() ? null : text(credits);
    }
}
