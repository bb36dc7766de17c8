package scrip.web.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import scrip.application.reading.Balances;
import scrip.application.reading.UseSum;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCards;
import scrip.web.page.AmountText;
import scrip.web.page.Initials;
import scrip.web.page.Moment;
import scrip.web.place.Visit;
import scrip.web.settings.CreditsCards;

/** Fills the page Usage and history; builders see their own charges whatever they ask for. */
final class UsagePages {

    private static final int ROWS = 50;

    private final Balances balances;
    private final Charges charges;
    private final Workspaces workspaces;
    private final RateCards rateCards;

    UsagePages(Balances balances, Charges charges, Workspaces workspaces, RateCards rateCards) {
        this.balances = balances;
        this.charges = charges;
        this.workspaces = workspaces;
        this.rateCards = rateCards;
    }

    /** @return the pool as it is now */
    CreditPool pool(Visit visit) {
        return balances.now(visit.pool()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param explanation null for whom may not see it */
    UsagePage of(Visit visit, UsageQuery asked, CreditPool pool, @Nullable Explanation explanation) {
        UsageQuery query = allowed(visit, asked);
        List<Member> members = workspaces.members(visit.pool());
        Map<String, String> names = members.stream().collect(Collectors.toMap(Member::email, Member::name));
        UseSum total = charges.total(pool, query);
        Charges.Page page = charges.find(visit.pool(), query, ROWS);
        String here = visit.place().usage();
        return new UsagePage(visit.place().kind(), visit.place().settings(), filters(visit, asked, members, pool),
                CreditsCards.text(total.credits()), AmountText.count(total.charges()),
                page.charges().stream().map(charge -> row(charge, names)).toList(),
                asked.before() == null ? null : asked.url(here, null),
                page.next() == null ? null : asked.url(here, page.next()), asked.url(here + "/csv", null),
                explanation);
    }

    /** Writes all charges that match as CSV. */
    void csv(Visit visit, UsageQuery asked, OutputStream out) throws IOException {
        ChargeCsv.write(charges, visit.pool(), allowed(visit, asked), out);
    }

    private static UsageQuery allowed(Visit visit, UsageQuery asked) {
        return visit.isAdmin() ? asked : asked.of(visit.member().email());
    }

    private UsagePage.Filters filters(Visit visit, UsageQuery asked, List<Member> members, CreditPool pool) {
        List<UsagePage.Person> builders = visit.isAdmin()
                ? members.stream().filter(member -> member.role() != Role.END_USER)
                        .map(member -> new UsagePage.Person(member.email(), member.name())).toList()
                : List.of();
        return new UsagePage.Filters(visit.place().usage(), text(asked.firstDay()), text(asked.lastDay()),
                text(asked.operation()), text(asked.builder()),
                rateCards.at(pool.asOf()).operations().stream().map(Operation::key).toList(), builders,
                asked.isNarrowed());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static UsagePage.Row row(Charge charge, Map<String, String> names) {
        String email = charge.work().builder();
        String name = names.getOrDefault(email, email);
        return new UsagePage.Row(Moment.minute(charge.chargedAt()), charge.work().operation(), name,
                Initials.of(name), charge.work().reference(), Receipts.of(charge, null));
    }
}
