package scrip.web.settings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import scrip.application.reading.LedgerReader;
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
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        for (LedgerReader.DayOfUse use : ledger.usage(pool.id(), tomorrow.minusDays(DAYS), tomorrow)) {
            byDay.computeIfAbsent(use.day(), _ -> new HashMap<>()).merge(use.operation(), use.credits().micros(),
                    Long::sum);
        }
        List<UsageChartDrawing.DayUse> days = new ArrayList<>();
        for (int i = DAYS; i > 0; i--) {
            LocalDate day = tomorrow.minusDays(i);
            days.add(new UsageChartDrawing.DayUse(day, byDay.getOrDefault(day, Map.of())));
        }
        return UsageChartDrawing.of(days);
    }

    /** Those who used most in the running period, most first. */
    List<TopBuilder> top(CreditPool pool, List<Member> members, Place place) {
        List<Map.Entry<String, Credits>> most = ledger.usedInPeriod(pool.id(), pool.period().number()).entrySet()
                .stream().filter(used -> used.getValue().isPositive())
                .sorted(Map.Entry.<String, Credits>comparingByValue().reversed()).limit(MOST_BUILDERS).toList();
        return most.stream()
                .map(used -> top(used.getKey(), used.getValue(), most.getFirst().getValue(), members, place))
                .toList();
    }

    private static TopBuilder top(String email, Credits used, Credits most, List<Member> members, Place place) {
        String name = members.stream().filter(member -> member.email().equals(email)).map(Member::name).findFirst()
                .orElse(email);
        return new TopBuilder(name, Initials.of(name), CreditsCards.text(used),
                Bar.of(used.micros(), 0, most.micros()), place.usageOf(email));
    }
}
