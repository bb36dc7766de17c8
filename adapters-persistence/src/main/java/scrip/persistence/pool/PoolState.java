package scrip.persistence.pool;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Cause;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.license.Licensing;
import scrip.domain.notice.NoticeTerms;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Debt;
import scrip.domain.pool.Grant;
import scrip.domain.pool.Limits;
import scrip.domain.pool.Lot;
import scrip.domain.pool.Told;
import scrip.persistence.sql.Json;
import scrip.persistence.sql.Micros;

/** The lists of a pool's row as they stand in its JSON: credits and instants in micros. Names are kept for ever. */
record PoolState(@Nullable LicenseState license, @Nullable LicenseState upcoming, List<GrantState> grants,
        AddOnState addOn, List<DebtState> debts, @Nullable ToldState told, @Nullable LimitsState limits) {

    static PoolState of(CreditPool pool) {
        Licensing licensing = pool.licensing();
        return new PoolState(LicenseState.of(licensing.latest()), LicenseState.of(licensing.upcoming()),
                pool.stock().grants().stream().map(GrantState::of).toList(), AddOnState.of(pool.stock().addOn()),
                pool.debts().stream().map(DebtState::of).toList(), ToldState.of(pool.told()),
                LimitsState.of(pool.limits()));
    }

    static PoolState parse(String json) {
        return Json.MAPPER.readValue(json, PoolState.class);
    }

    String toJson() {
        return Json.MAPPER.writeValueAsString(this);
    }

    Licensing toLicensing() {
        return license == null && upcoming == null ? Licensing.NONE
                : new Licensing(license == null ? null : license.toDomain(),
                        upcoming == null ? null : upcoming.toDomain());
    }

    List<Grant> toGrants() {
        return grants.stream().map(GrantState::toDomain).toList();
    }

    List<Debt> toDebts() {
        return debts.stream().map(DebtState::toDomain).toList();
    }

    /** @return nothing for a pool from before there were notices */
    Told toTold(@Nullable Instant nextAt) {
        return told == null ? new Told(NoticeTerms.NONE, NoticeTerms.NONE, 0, nextAt) : told.toDomain(nextAt);
    }

    Limits toLimits() {
        return limits == null ? Limits.NONE : limits.toDomain();
    }

    /** Left out for a pool that has none. */
    record LimitsState(boolean enabled, @Nullable Long each, Map<String, Long> custom) {

        static @Nullable LimitsState of(Limits limits) {
            Map<String, Long> custom = new TreeMap<>();
            limits.custom().forEach((builder, limit) -> custom.put(builder, limit.micros()));
            Credits each = limits.each();
            return limits.equals(Limits.NONE) ? null
                    : new LimitsState(limits.enabled(), each == null ? null : (Long) each.micros(), custom);
        }

        Limits toDomain() {
            Map<String, Credits> limits = new HashMap<>();
            custom.forEach((builder, micros) -> limits.put(builder, Credits.ofMicros(micros)));
            return new Limits(enabled, each == null ? null : Credits.ofMicros(each), limits);
        }
    }

    record LicenseState(String plan, int builders, long perBuilder, String interval, long startsAt,
            @Nullable Long endsAt, String zone) {

        static @Nullable LicenseState of(@Nullable License license) {
            return license == null ? null
                    : new LicenseState(license.plan(), license.builders(), license.creditsPerBuilder().micros(),
                            license.interval().name().toLowerCase(Locale.ROOT), Micros.of(license.startsAt()),
                            Micros.ofNullable(license.endsAt()), license.zone().getId());
        }

        License toDomain() {
            return new License(plan, builders, Credits.ofMicros(perBuilder),
                    BillingInterval.valueOf(interval.toUpperCase(Locale.ROOT)), Micros.toInstant(startsAt),
                    instantOrNull(endsAt), ZoneId.of(zone));
        }
    }

    record GrantState(long number, long micros, long expiresAt, String reason, @Nullable String purchase) {

        static GrantState of(Grant grant) {
            return new GrantState(grant.number(), grant.available().micros(), Micros.of(grant.expiresAt()),
                    grant.reason(), grant.purchase());
        }

        Grant toDomain() {
            return new Grant(number, Credits.ofMicros(micros), Micros.toInstant(expiresAt), reason, purchase);
        }
    }

    record AddOnState(List<LotState> lots, @Nullable Long endsAt, @Nullable AddOnState ended) {

        static AddOnState of(AddOn addOn) {
            return new AddOnState(addOn.lots().stream().map(LotState::of).toList(), Micros.ofNullable(addOn.endsAt()),
                    addOn.ended() == null ? null : of(addOn.ended()));
        }

        AddOn toDomain() {
            return new AddOn(lots.stream().map(LotState::toDomain).toList(), instantOrNull(endsAt),
                    ended == null ? null : ended.toDomain());
        }
    }

    record LotState(String purchase, long paidAt, long micros, boolean stands) {

        static LotState of(Lot lot) {
            return new LotState(lot.purchase(), Micros.of(lot.paidAt()), lot.available().micros(), lot.stands());
        }

        Lot toDomain() {
            return new Lot(purchase, Micros.toInstant(paidAt), Credits.ofMicros(micros), stands);
        }
    }

    record DebtState(@Nullable String operation, @Nullable String builder, @Nullable Long hold, @Nullable Long charge,
            @Nullable String purchase, long micros) {

        static DebtState of(Debt debt) {
            Cause cause = debt.cause();
            return new DebtState(cause.operation(), cause.builder(), cause.hold(), cause.charge(), cause.purchase(),
                    debt.outstanding().micros());
        }

        Debt toDomain() {
            return new Debt(new Cause(operation, builder, hold, charge, purchase), Credits.ofMicros(micros));
        }
    }

    /** What was told; a share or days that were not are left out. */
    record ToldState(@Nullable Integer percentLeft, @Nullable Integer daysBefore, long lastNumber) {

        static ToldState of(Told told) {
            return new ToldState(toldOrNull(told.percentLeft()), toldOrNull(told.daysBefore()), told.lastNumber());
        }

        private static @Nullable Integer toldOrNull(int what) {
            return what == NoticeTerms.NONE ? null : what;
        }

        Told toDomain(@Nullable Instant nextAt) {
            return new Told(percentLeft == null ? NoticeTerms.NONE : percentLeft,
                    daysBefore == null ? NoticeTerms.NONE : daysBefore, lastNumber, nextAt);
        }
    }

    private static @Nullable Instant instantOrNull(@Nullable Long micros) {
        return micros == null ? null : Micros.toInstant(micros);
    }
}
