package scrip.web.settings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import scrip.application.reading.LedgerReader;
import scrip.application.reading.UseFilter;
import scrip.application.workspace.Member;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.web.page.Bar;
import scrip.web.page.Initials;
import scrip.web.place.Place;

/** Draws who used what of late. */
final class Usages {

    private static final int DAYS = 30;
    private static final int MOST_BUILDERS = 5;

    private final LedgerReader ledger;

    Usages(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The last 30 days in UTC, today included. */
    UsageChart chart(CreditPool pool) {
        LocalDate tomorrow = LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC).plusDays(1);
        Map<LocalDate, Map<String, Credits>> byDay = ledger.useOfDays(pool.id(),
                UseFilter.days(tomorrow.minusDays(DAYS), tomorrow));
        List<UsageChartDrawing.DayUse> days = new ArrayList<>();
        for (int i = DAYS; i > 0; i--) {
            LocalDate day = tomorrow.minusDays(i);
            days.add(new UsageChartDrawing.DayUse(day, micros(byDay.getOrDefault(day, Map.of()))));
        }
        return UsageChartDrawing.of(days);
    }

    private static Map<String, Long> micros(Map<String, Credits> used) {
        return used.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().micros()));
    }

    /** Those who used most in the running period, most first. */
    List<TopBuilder> top(CreditPool pool, List<Member> members, Place place) {
        SequencedMap<String, Credits> most = ledger.mostUsed(pool.id(), pool.period().number(), MOST_BUILDERS);
        return most.entrySet().stream()
                .map(used -> top(used.getKey(), used.getValue(), most.firstEntry().getValue(), members, place))
                .toList();
    }

    private static TopBuilder top(String email, Credits used, Credits most, List<Member> members, Place place) {
        String name = members.stream().filter(member -> member.email().equals(email)).map(Member::name).findFirst()
                .orElse(email);
        return new TopBuilder(name, Initials.of(name), CreditsCards.text(used),
                Bar.of(used.micros(), 0, most.micros()), place.usageOf(email));
    }
}
