package scrip.domain.purchase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Taken;

/**
 * What has become of a purchase's money and credits since it was paid. Each piece of news names the whole of what it is
 * about, so that any order and any repetition lead to the same.
 *
 * @param refunded
 *            minor units that the gateway says were paid back, by its latest news
 * @param refundedAsOf
 *            when that news was made, null before there is any
 * @param failed
 *            refunds that failed, own ones too, by their ids
 * @param disputes
 *            disputes by their ids
 * @param ownRefunds
 *            refunds that the operator made here, by their keys
 * @param taken
 *            what is taken back
 */
public record Reversals(long refunded, @Nullable Instant refundedAsOf, Map<String, FailedRefund> failed,
        Map<String, Dispute> disputes, Map<String, OwnRefund> ownRefunds, Taken taken) {

    public static final Reversals NONE = new Reversals(0, null, Map.of(), Map.of(), Map.of(), Taken.NOTHING);

    public Reversals {
        failed = Map.copyOf(failed);
        disputes = Map.copyOf(disputes);
        ownRefunds = Map.copyOf(ownRefunds);
    }

    /** @param amount minor units that stayed here after all */
    public record FailedRefund(long amount, Instant at) {}

    /** @param amount minor units in dispute */
    public record Dispute(long amount, State state, Instant at) {

        /** Money of an open or lost dispute is gone. */
        public enum State {
            OPEN, WON, LOST
        }
    }

    /** Older news than what is known changes nothing. */
    Reversals withRefunded(long amount, Instant asOf) {
        return refundedAsOf != null && asOf.isBefore(refundedAsOf) ? this
                : new Reversals(refundedAsOf != null && asOf.equals(refundedAsOf) ? Math.max(refunded, amount) : amount,
                        asOf, failed, disputes, ownRefunds, taken);
    }

    /** A failure that is told again is of when it was told first: sums that knew of it by then still do. */
    Reversals withFailed(String refund, FailedRefund failure) {
        FailedRefund known = failed.get(refund);
        boolean again = known != null && !failure.at().isBefore(known.at());
        return again ? this
                : new Reversals(refunded, refundedAsOf, with(failed, refund, failure), disputes, ownRefunds, taken);
    }

    /** A dispute that has been decided is not opened again by late news. */
    Reversals withDispute(String id, Dispute dispute) {
        Dispute known = disputes.get(id);
        boolean late = known != null && (dispute.at().isBefore(known.at())
                || (known.state() != Dispute.State.OPEN && dispute.state() == Dispute.State.OPEN));
        return late ? this
                : new Reversals(refunded, refundedAsOf, failed, with(disputes, id, dispute), ownRefunds, taken);
    }

    Reversals withOwnRefund(String key, OwnRefund refund) {
        return new Reversals(refunded, refundedAsOf, failed, disputes, with(ownRefunds, key, refund), taken);
    }

    Reversals withoutOwnRefund(String key) {
        Map<String, OwnRefund> others = new LinkedHashMap<>(ownRefunds);
        others.remove(key);
        return new Reversals(refunded, refundedAsOf, failed, disputes, others, taken);
    }

    /** @return these with other credits taken back */
    public Reversals withTaken(Taken other) {
        return new Reversals(refunded, refundedAsOf, failed, disputes, ownRefunds, other);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /**
     * @return minor units paid back: what the gateway says, but not less than what others had paid back before an own
     *         refund and the own refunds together, because its sums may lack those
     */
    long moneyRefunded() {
        long failedByOthers = failedOfOthers();
        long others = standing().mapToLong(own -> Math.max(0, own.others() - failedByOthers)).max().orElse(0);
        return Math.max(told(), Math.addExact(others, ownMoney()));
    }

    /** Failures that the latest news of refunds knows of are not counted twice. */
    private long told() {
        long back = failed.values().stream().filter(f -> refundedAsOf == null || !f.at().isBefore(refundedAsOf))
                .mapToLong(FailedRefund::amount).sum();
        return Math.max(0, refunded - back);
    }

    /** @return what is to be kept with a new own refund as {@link OwnRefund#others()} */
    long paidBackByOthers() {
        return Math.addExact(moneyRefunded() - ownMoney(), failedOfOthers());
    }

    private long failedOfOthers() {
        Set<String> own = ownRefunds.values().stream().flatMap(refund -> Stream.ofNullable(refund.refund()))
                .collect(Collectors.toSet());
        return failed.entrySet().stream().filter(entry -> !own.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().amount()).sum();
    }

    /** Own refunds whose money has not come back because the bank could not place it. */
    private Stream<OwnRefund> standing() {
        return ownRefunds.values().stream()
                .filter(own -> own.refund() == null || !failed.containsKey(own.refund()));
    }

    /** @return minor units that are not here: paid back, or in a dispute that is open or lost */
    long moneyGone() {
        return Math.addExact(moneyRefunded(),
                disputes(Dispute.State.OPEN, Dispute.State.LOST).mapToLong(Dispute::amount).sum());
    }

    long ownMoney() {
        return standing().mapToLong(own -> own.what().amount()).sum();
    }

    Credits ownCredits() {
        return standing().map(own -> own.what().credits()).reduce(Credits.ZERO, Credits::plus);
    }

    Stream<Dispute> disputes(Dispute.State... states) {
        return disputes.values().stream().filter(dispute -> List.of(states).contains(dispute.state()));
    }
}
