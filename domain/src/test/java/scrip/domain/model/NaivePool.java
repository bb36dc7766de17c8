package scrip.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.License;
import scrip.domain.model.NaiveCalendar.Stretch;
import scrip.domain.model.Parcel.Bit;
import scrip.domain.model.Parcel.Kind;
import scrip.domain.pool.Limits;

import static scrip.domain.model.Parcel.sum;

/**
 * A pool as a bag of parcels: a second telling of the rules, written from their text and not from the domain, slow and
 * without a ledger. All amounts are micro-credits.
 */
final class NaivePool {

    /** An operation that runs, or once ran. */
    static final class Held {
        final String builder;
        final List<Bit> bits;
        final @Nullable Long ceiling;
        final boolean free;
        Instant expires;
        /** held, lapsed, settled or released. */
        String state = "held";

        Held(String builder, List<Bit> bits, @Nullable Long ceiling, boolean free, Instant expires) {
            this.builder = builder;
            this.bits = bits;
            this.ceiling = ceiling;
            this.free = free;
            this.expires = expires;
        }
    }

    /** Spent credits, and those that are still owed for them. */
    static final class Spent {
        final String builder;
        /** When the period began that it was charged in. */
        final @Nullable Parcel period;
        final List<Bit> bits = new ArrayList<>();
        long owed;
        long waived;
        boolean late;

        Spent(String builder, @Nullable Parcel period) {
            this.builder = builder;
            this.period = period;
        }

        long left() {
            return sum(bits) + owed;
        }
    }

    /** What a make-good did. */
    record GivenBack(long returned, long asPromotional, long forgiven) {}

    private static final Comparator<Parcel> RULE_12 = Comparator.<Parcel, Kind>comparing(p -> p.kind)
            .thenComparing(p -> p.kind == Kind.ADD_ON ? p.since : p.end);

    private final NaiveCalendar calendar;
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();
    private final List<Spent> debtors = new ArrayList<>();
    private Instant now;
    private @Nullable Stretch stretch;
    private Parcel monthly = new Parcel(Kind.MONTHLY, Instant.MIN, Instant.MAX, 0);
    private long granted;
    private final List<Spent> charges = new ArrayList<>();
    private final Set<String> members;
    private Limits limits = Limits.NONE;

    NaivePool(Instant createdAt, long freeMicros, Set<String> members) {
        this.members = members;
        calendar = new NaiveCalendar(createdAt, freeMicros);
        now = createdAt;
        lookAtTheCalendar();
    }

    // ---- time: rules 3, 4, 13

    void passTo(Instant instant) {
        while (now.isBefore(instant)) {
            Instant next = calendar.nextChange(now, stretch().to());
            for (Held hold : holds) {
                if (hold.state.equals("held") && hold.expires.isBefore(next)) {
                    next = hold.expires;
                }
            }
            now = next.isBefore(instant) ? next : instant;
            lookAtTheCalendar();
            lapse();
        }
        holds.removeIf(hold -> !hold.state.equals("held"));
        parcels.removeIf(parcel -> parcel.kind != Kind.ADD_ON && !parcel.isOfUseAt(now));
    }

    private void lookAtTheCalendar() {
        Stretch running = calendar.at(now);
        if (!running.isSameAs(stretch)) {
            monthly.end = now;
            monthly = new Parcel(Kind.MONTHLY, now, Instant.MAX, 0);
            parcels.add(monthly);
            granted = 0;
        }
        stretch = running;
        if (running.micros() > granted) {
            monthly.micros += running.micros() - granted;
            granted = running.micros();
        }
        payDebts();
    }

    private void lapse() {
        for (Held hold : holds) {
            if (hold.state.equals("held") && !now.isBefore(hold.expires)) {
                giveBack(hold.bits);
                hold.state = "lapsed";
            }
        }
    }

    private void giveBack(List<Bit> bits) {
        bits.forEach(bit -> bit.from.micros += bit.micros);
        bits.clear();
        payDebts();
    }

    // ---- licenses and arrivals: rules 5, 6, 9 to 11

    void enterLicense(License license) {
        calendar.enter(license, now);
        lookAtTheCalendar();
    }

    void endLicense() {
        calendar.endAll();
        lookAtTheCalendar();
    }

    void gift(long micros, Instant end) {
        parcels.add(new Parcel(Kind.PROMOTIONAL, now, end, micros));
        payDebts();
    }

    Bought purchase(long micros, long bonusMicros, Instant paid) {
        Instant paidAt = paid.isAfter(now) ? now : paid;
        Parcel addOn = new Parcel(Kind.ADD_ON, paidAt, paidAt, micros);
        Parcel bonus = new Parcel(Kind.PROMOTIONAL, now, aYearFrom(paidAt), bonusMicros);
        parcels.add(addOn);
        parcels.add(bonus);
        endAddOnsTogether();
        Bought bought = new Bought(addOn, bonus);
        payDebts();
        return bought;
    }

    // ---- money that goes back: rule 29, for purchases that still stand

    /** What repays at once what is missing is as good as taken. */
    void takeBack(Bought bought, long micros, long bonusMicros) {
        List<Bit> bits = take(micros, List.of(bought.addOn));
        bits.addAll(take(micros - sum(bits), inOrder(Kind.ADD_ON)));
        List<Bit> bonus = take(bonusMicros, List.of(bought.bonus));
        Spent missing = new Spent("", null);
        missing.owed = micros - sum(bits) + bonusMicros - sum(bonus);
        bought.debts.add(missing);
        debtors.add(missing);
        payDebts();
        List<Bit> repaid = new ArrayList<>(missing.bits);
        moveFirst(Math.min(sum(repaid), micros - sum(bits)), repaid, bits);
        bonus.addAll(repaid);
        bought.taken.addAll(bits);
        bought.bonusTaken.addAll(bonus);
        bought.owed += micros - sum(bits);
        bought.bonusOwed += bonusMicros - sum(bonus);
    }

    private static void takeRepaid(Bought bought) {
        List<Bit> repaid = new ArrayList<>();
        for (Spent debt : bought.debts) {
            repaid.addAll(debt.bits);
            debt.bits.clear();
        }
        long all = sum(repaid);
        long first = Math.min(all, bought.owed);
        moveFirst(first, repaid, bought.taken);
        bought.owed -= first;
        bought.bonusTaken.addAll(repaid);
        bought.bonusOwed -= all - first;
    }

    /**
     * Debt first, then what was taken last; what was debt and is repaid by now comes back to the purchase, but what returned
     * credits repay at once is as good as taken.
     */
    void putBack(Bought bought, long micros, long bonusMicros) {
        long owed = Math.min(micros, bought.owed);
        long bonusOwed = Math.min(bonusMicros, bought.bonusOwed);
        bought.owed -= owed;
        bought.bonusOwed -= bonusOwed;
        List<Bit> back = lastOf(bought.taken, micros - owed);
        back.addAll(lastOf(bought.bonusTaken, bonusMicros - bonusOwed));
        long rest = owed + bonusOwed;
        for (Spent debt : bought.debts) {
            long forgiven = Math.min(debt.owed, rest);
            debt.owed -= forgiven;
            rest -= forgiven;
        }
        bought.addOn.micros += rest;
        bought.debts.forEach(debt -> debt.bits.clear());
        giveBack(back);
        takeRepaid(bought);
    }

    private static List<Bit> lastOf(List<Bit> taken, long micros) {
        List<Bit> last = new ArrayList<>();
        List<Bit> backwards = new ArrayList<>(taken.reversed());
        moveFirst(micros, backwards, last);
        taken.clear();
        taken.addAll(backwards.reversed());
        return last;
    }

    /** From the first payment on: each that was made before the end moves the end, one made later starts afresh. */
    private void endAddOnsTogether() {
        List<Parcel> together = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Parcel parcel : inOrder(Kind.ADD_ON)) {
            if (!parcel.since.isBefore(end)) {
                together.clear();
            }
            together.add(parcel);
            end = aYearFrom(parcel.since);
            for (Parcel one : together) {
                one.end = end;
            }
        }
    }

    private static Instant aYearFrom(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    // ---- spending: rules 12 to 18

    /** @return nothing if there is too little */
    @Nullable
    Held hold(String builder, long micros, @Nullable Long ceiling, boolean free, Duration life) {
        if (micros > available()) {
            return null;
        }
        Held hold = new Held(builder, take(micros), ceiling, free, now.plus(life));
        holds.add(hold);
        return hold;
    }

    void extend(Held hold, Duration life) {
        Instant later = now.plus(life);
        hold.expires = later.isAfter(hold.expires) ? later : hold.expires;
    }

    void release(Held hold) {
        hold.state = "released";
        giveBack(hold.bits);
    }

    Spent settle(Held hold, long usedMicros) {
        long used = hold.free ? 0 : usedMicros;
        long due = hold.ceiling == null ? used : Math.min(used, hold.ceiling);
        Spent spent = charged(hold.builder);
        spent.waived = used - due;
        spent.late = hold.state.equals("lapsed");
        moveFirst(due, hold.bits, spent.bits);
        hold.state = "settled";
        giveBack(hold.bits);
        spend(due - sum(spent.bits), spent);
        return spent;
    }

    /** @return nothing if there is too little and no debt is to be made */
    @Nullable
    Spent charge(String builder, long micros, boolean evenIntoDebt) {
        if (micros > available() && !evenIntoDebt) {
            return null;
        }
        Spent spent = charged(builder);
        spend(micros, spent);
        return spent;
    }

    private Spent charged(String builder) {
        Spent spent = new Spent(builder, monthly);
        charges.removeIf(charge -> charge.period != monthly);
        charges.add(spent);
        return spent;
    }

    private void spend(long micros, Spent spent) {
        List<Bit> taken = take(Math.min(micros, available()));
        spent.bits.addAll(taken);
        spent.owed = micros - sum(taken);
        if (spent.owed > 0) {
            debtors.add(spent);
        }
    }

    private List<Bit> take(long micros) {
        return take(micros, inOrder(Kind.values()));
    }

    private List<Bit> take(long micros, List<Parcel> from) {
        List<Bit> bits = new ArrayList<>();
        for (Parcel parcel : from) {
            long part = parcel.isOfUseAt(now) ? Math.min(parcel.micros, micros - sum(bits)) : 0;
            if (part > 0) {
                parcel.micros -= part;
                bits.add(new Bit(parcel, part));
            }
        }
        return bits;
    }

    private void payDebts() {
        for (Spent debtor : debtors) {
            List<Bit> paid = take(Math.min(debtor.owed, available()));
            debtor.owed -= sum(paid);
            debtor.bits.addAll(paid);
        }
        debtors.removeIf(debtor -> debtor.owed == 0);
    }

    /** Rule 19: what is owed first, then add-on, promotional and monthly, of each from the last bit spent to the first. */
    GivenBack makeGood(Spent spent, long micros) {
        long forgiven = Math.min(spent.owed, micros);
        spent.owed -= forgiven;
        debtors.removeIf(debtor -> debtor.owed == 0);
        List<Bit> back = new ArrayList<>();
        List<Bit> backwards = new ArrayList<>(spent.bits.reversed());
        backwards.sort(Comparator.comparing((Bit bit) -> bit.from.kind).reversed());
        moveFirst(micros - forgiven, backwards, back);
        spent.bits.clear();
        spent.bits.addAll(backwards.reversed());
        List<Bit> homeless = new ArrayList<>(back);
        homeless.removeIf(bit -> bit.from.isOfUseAt(now));
        back.removeAll(homeless);
        GivenBack given = new GivenBack(sum(back), sum(homeless), forgiven);
        if (given.asPromotional > 0) {
            parcels.add(new Parcel(Kind.PROMOTIONAL, now, now.plus(Duration.ofDays(30)), given.asPromotional));
        }
        giveBack(back);
        return given;
    }

    /** Moves the first bits that make up the amount, or all if there are not so many. */
    private static void moveFirst(long micros, List<Bit> from, List<Bit> to) {
        long missing = micros;
        for (Bit bit : from) {
            long part = Math.min(missing, bit.micros);
            if (part > 0) {
                to.add(new Bit(bit.from, part));
            }
            bit.micros -= part;
            missing -= part;
        }
        from.removeIf(bit -> bit.micros == 0);
    }

    // ---- limits: rule 24

    void limit(Limits to) {
        limits = to;
    }

    /** @return the builder's limit, if so much more would be above it */
    @Nullable
    Long limitInTheWay(String builder, long micros) {
        if (!limits.enabled() || micros == 0) {
            return null;
        }
        long limit = limitOf(builder);
        long used = charges.stream().filter(charge -> charge.period == monthly && charge.builder.equals(builder))
                .mapToLong(Spent::left).sum();
        long held = holds.stream().filter(hold -> hold.state.equals("held") && hold.builder.equals(builder))
                .mapToLong(hold -> sum(hold.bits)).sum();
        return used + held + micros > limit ? limit : null;
    }

    private long limitOf(String builder) {
        Credits custom = limits.custom().get(builder);
        if (custom != null || limits.each() != null) {
            return custom != null ? custom.micros() : limits.each().micros();
        }
        long left = granted - limits.custom().values().stream().mapToLong(Credits::micros).sum();
        long others = members.stream().filter(member -> !limits.custom().containsKey(member)).count();
        return left <= 0 ? 0 : left / Math.max(1, others) / 1_000_000 * 1_000_000;
    }

    // ---- looking

    private List<Parcel> inOrder(Kind... kinds) {
        List<Parcel> some = new ArrayList<>(parcels);
        some.removeIf(parcel -> !List.of(kinds).contains(parcel.kind));
        some.sort(RULE_12);
        return some;
    }

    private Stretch stretch() {
        return stretch == null ? calendar.at(now) : stretch;
    }

    private long available() {
        return left(Kind.MONTHLY) + left(Kind.PROMOTIONAL) + left(Kind.ADD_ON);
    }

    private long left(Kind kind) {
        return parcels.stream().filter(p -> p.kind == kind && p.isOfUseAt(now)).mapToLong(p -> p.micros).sum();
    }

    private long heldOf(Kind kind) {
        return holds.stream().flatMap(hold -> hold.bits.stream()).filter(bit -> bit.from.kind == kind)
                .mapToLong(bit -> bit.micros).sum();
    }

    private long heldMonthly() {
        return holds.stream().flatMap(hold -> hold.bits.stream()).filter(bit -> bit.from == monthly)
                .mapToLong(bit -> bit.micros).sum();
    }

    private @Nullable Instant addOnEnd() {
        return parcels.stream().filter(p -> p.kind == Kind.ADD_ON && p.isOfUseAt(now)).map(p -> p.end).findFirst()
                .orElse(null);
    }

    Balance balance() {
        long debt = debtors.stream().mapToLong(debtor -> debtor.owed).sum();
        long heldTotal = holds.stream().mapToLong(hold -> sum(hold.bits)).sum();
        return new Balance(left(Kind.MONTHLY), heldMonthly(), left(Kind.PROMOTIONAL), heldOf(Kind.PROMOTIONAL),
                left(Kind.ADD_ON), heldOf(Kind.ADD_ON), heldTotal, debt, addOnEnd(), stretch().from(), stretch().to(),
                granted, stretch().licensed());
    }
}
