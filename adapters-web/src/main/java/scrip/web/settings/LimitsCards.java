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
import scrip.web.page.AmountText;
import scrip.web.page.Bar;
import scrip.web.page.Initials;
import scrip.web.page.Pager;

/** Fills what pages show of limits (rule 24), and takes what is sent. */
public final class LimitsCards {

    private static final int ROWS = 50;

    private final BuilderLimits limits;

    public LimitsCards(BuilderLimits limits) {
        this.limits = limits;
    }

    /**
     * How the card is looked at.
     *
     * @param settings
     *            address of the page that it is on
     * @param page
     *            which builders it shows, from 1 on
     * @param refused
     *            the form that was not taken, or null
     * @param saved
     *            whether limits have just been saved
     */
    record Look(String settings, int page, @Nullable LimitsForm refused, boolean saved) {}

    LimitsCard of(CreditPool pool, List<Member> members, Look look) {
        LimitsReport report = limits.report(pool);
        LimitsForm refused = look.refused;
        Credits each = report.limits().each();
        List<Named> all = named(report, members);
        int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        int page = Math.clamp(look.page, 1, pages);
        List<Named> here = all.subList((page - 1) * ROWS, Math.min(page * ROWS, all.size()));
        return new LimitsCard(look.settings + "/limits",
                refused == null ? report.limits().enabled() : refused.enabled(),
                refused == null ? whole(each) : refused.each(),
                refused == null ? null : refused.errors().get(LimitsForm.EACH), CreditsCards.text(report.equalShare()),
                CreditsCards.text(report.unallocated()), report.isOver(),
                here.stream().map(one -> row(one.standing, one.name, report.limits(), refused)).toList(), look.saved,
                shown(look.settings, page, here.size(), all.size()));
    }

    /** A builder as people call them. */
    private record Named(Standing standing, String name) {}

    private static List<Named> named(LimitsReport report, List<Member> members) {
        Map<String, String> names = members.stream().collect(Collectors.toMap(Member::email, Member::name));
        return report.builders().stream()
                .map(one -> new Named(one, names.getOrDefault(one.email(), one.email())))
                .sorted((a, b) -> a.name.compareToIgnoreCase(b.name)).toList();
    }

    private static LimitsCard.Shown shown(String settings, int page, int here, int all) {
        int before = (page - 1) * ROWS;
        return new LimitsCard.Shown(page, AmountText.count(before + 1L), AmountText.count(before + (long) here),
                AmountText.count(all), new Pager(page == 1 ? null : url(settings, page - 1),
                        before + here == all ? null : url(settings, page + 1)));
    }

    /** @return where a page of builders is */
    static String url(String settings, int page) {
        return settings + "?builders=" + page + "#limits";
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
