package scrip.web.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.limit.BuilderLimits;
import scrip.application.limit.LimitsReport;
import scrip.application.limit.Standing;
import scrip.application.workspace.Member;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Limits;
import scrip.web.page.Bar;
import scrip.web.page.Initials;

/** Fills what pages show of limits (rule 24), and takes what is sent. */
public final class LimitsCards {

    /** More would be more fields than a form may have; the API sets the limits of the others. */
    private static final int MOST_ROWS = 500;

    private final BuilderLimits limits;

    public LimitsCards(BuilderLimits limits) {
        this.limits = limits;
    }

    /**
     * @param refused
     *            the form that was not taken, or null
     * @param saved
     *            whether limits have just been saved
     */
    LimitsCard of(CreditPool pool, List<Member> members, String action, @Nullable LimitsForm refused, boolean saved) {
        LimitsReport report = limits.report(pool);
        Map<String, String> names = members.stream().collect(Collectors.toMap(Member::email, Member::name));
        Credits each = report.limits().each();
        return new LimitsCard(action, refused == null ? report.limits().enabled() : refused.enabled(),
                refused == null ? whole(each) : refused.each(),
                refused == null ? null : refused.errors().get(LimitsForm.EACH), CreditsCards.text(report.equalShare()),
                CreditsCards.text(report.unallocated()), report.isOver(),
                report.builders().stream().limit(MOST_ROWS)
                        .map(one -> row(one, names.getOrDefault(one.email(), one.email()), report.limits(), refused))
                        .sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList(),
                saved);
    }

    private static LimitsCard.Row row(Standing one, String name, Limits limits, @Nullable LimitsForm refused) {
        String custom = refused == null ? whole(limits.custom().get(one.email()))
                : refused.typed().getOrDefault(one.email(), "");
        return new LimitsCard.Row(one.email(), name, Initials.of(name), custom, CreditsCards.text(one.limit()),
                CreditsCards.text(one.use().used()), CreditsCards.textOrNull(one.use().held()),
                CreditsCards.text(one.left()), bar(one), refused == null ? null : refused.errors().get(one.email()));
    }

    private static Bar bar(Standing one) {
        return Bar.of(one.use().used().micros(), one.use().held().micros(), one.limit().micros());
    }

    private static String whole(@Nullable Credits limit) {
        return limit == null ? "" : limit.toString();
    }

    /**
     * Sets what was sent.
     *
     * @return false if there are errors, and nothing is set
     */
    boolean save(CreditPool pool, LimitsForm form) {
        Limits next = form.limits(pool.limits());
        if (next != null) {
            limits.set(pool.id(), next);
        }
        return next != null;
    }

    /** @return what one builder used in the running period, and what his limit leaves */
    public OwnUse own(CreditPool pool, String email) {
        Standing own = limits.standing(pool, email);
        String used = CreditsCards.text(own.use().used());
        String held = CreditsCards.textOrNull(own.use().held());
        return pool.limits().enabled()
                ? new OwnUse(used, held, CreditsCards.text(own.limit()), CreditsCards.text(own.left()), bar(own))
                : new OwnUse(used, held, null, null, null);
    }
}
