package scrip.web.settings;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import scrip.domain.license.License;
import scrip.domain.pool.CreditPool;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** Writes a pool's license out as the plan card shows it. */
final class PlanCards {

    /** The plan of a pool without a license. */
    private static final String FREE = "Free";
    private static final String NONE = "–";

    private PlanCards() {}

    static PlanCard of(CreditPool pool, PlanCard.@Nullable KeyForm key) {
        License license = pool.licensing().at(pool.asOf()).latest();
        if (license == null) {
            return new PlanCard(FREE, "none", NONE, NONE, "monthly", null, null, key);
        }
        return new PlanCard(license.plan(), license.isInForceAt(pool.asOf()) ? "active" : "ended",
                AmountText.count(license.builders()), CreditsCards.text(license.creditsPerBuilder()),
                license.interval().name().toLowerCase(Locale.ROOT), Moment.day(license.startsAt()),
                license.endsAt() == null ? null : Moment.day(license.endsAt()), key);
    }
}
