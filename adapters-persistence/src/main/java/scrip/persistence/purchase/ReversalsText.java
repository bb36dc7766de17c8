package scrip.persistence.purchase;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Taken;
import scrip.domain.purchase.OwnRefund;
import scrip.domain.purchase.Refundable;
import scrip.domain.purchase.Reversals;
import scrip.persistence.pool.SlicesText;
import scrip.persistence.sql.Json;
import scrip.persistence.sql.Micros;

/**
 * Reversals as they stand in their JSON: money in minor units, credits and instants in micros.
 *
 * @param takenOfBonus null, as before it was told apart, means that its slices stand among {@code taken}
 */
record ReversalsText(long refunded, @Nullable Long refundedAsOf, Map<String, FailedText> failed,
        Map<String, DisputeText> disputes, Map<String, OwnText> ownRefunds, String taken, long takenCredits,
        long takenBonus, @Nullable String takenOfBonus) {

    record FailedText(long amount, long at) {}

    record DisputeText(long amount, String state, long at) {}

    /** @param leftToOperator null, as before there was such a thing, means no */
    record OwnText(long credits, long amount, long others, long askedAt, String reason, @Nullable String refund,
            @Nullable Boolean leftToOperator) {

        static OwnText of(OwnRefund own) {
            return new OwnText(own.what().credits().micros(), own.what().amount(), own.others(),
                    Micros.of(own.askedAt()), own.reason(), own.refund(), own.leftToOperator() ? Boolean.TRUE : null);
        }

        OwnRefund toDomain() {
            return new OwnRefund(new Refundable(Credits.ofMicros(credits), amount), others, Micros.toInstant(askedAt),
                    reason, refund, Boolean.TRUE.equals(leftToOperator));
        }
    }

    /** @return JSON, or null if nothing was reversed */
    static @Nullable String of(Reversals reversals) {
        return reversals.equals(Reversals.NONE) ? null : Json.MAPPER.writeValueAsString(text(reversals));
    }

    private static ReversalsText text(Reversals r) {
        Taken taken = r.taken();
        return new ReversalsText(r.refunded(), r.refundedAsOf() == null ? null : Micros.of(r.refundedAsOf()),
                each(r.failed(), f -> new FailedText(f.amount(), Micros.of(f.at()))),
                each(r.disputes(), d -> new DisputeText(d.amount(), d.state().name().toLowerCase(Locale.ROOT),
                        Micros.of(d.at()))),
                each(r.ownRefunds(), OwnText::of),
                SlicesText.of(taken.credits().slices()), taken.credits().all().micros(), taken.bonus().all().micros(),
                SlicesText.of(taken.bonus().slices()));
    }

    static Reversals parse(@Nullable String json) {
        return json == null ? Reversals.NONE : Json.MAPPER.readValue(json, ReversalsText.class).toDomain();
    }

    private Reversals toDomain() {
        return new Reversals(refunded, refundedAsOf == null ? null : Micros.toInstant(refundedAsOf),
                each(failed, f -> new Reversals.FailedRefund(f.amount, Micros.toInstant(f.at))),
                each(disputes, d -> new Reversals.Dispute(d.amount,
                        Reversals.Dispute.State.valueOf(d.state.toUpperCase(Locale.ROOT)), Micros.toInstant(d.at))),
                each(ownRefunds, OwnText::toDomain),
                new Taken(new Taken.Part(slices(Account.ADD_ON), Credits.ofMicros(takenCredits)),
                        new Taken.Part(slices(Account.PROMOTIONAL), Credits.ofMicros(takenBonus))));
    }

    /** Before they were told apart, of credits only add-on credits were taken, of a bonus only promotional ones. */
    private Slices slices(Account kind) {
        Slices all = SlicesText.parse(takenOfBonus == null || kind == Account.ADD_ON ? taken : takenOfBonus);
        return takenOfBonus != null ? all
                : new Slices(all.list().stream().filter(slice -> slice.source().account() == kind).toList());
    }

    private static <A, B> Map<String, B> each(Map<String, A> map, Function<A, B> change) {
        return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
    }
}
