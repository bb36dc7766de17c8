package scrip.domain.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;

/**
 * The add-on pool: all purchases that end together, one year from the latest payment (rule 9).
 *
 * @param lots
 *            what is left of each purchase, oldest payment first
 * @param endsAt
 *            its end, exclusive; null if nothing stands
 * @param ended
 *            the pool before it, whose lots hold what expired: a payment made in time brings them back (rule 10), and so
 *            does a refund that fails and had ended it (rule 29). One is remembered, which is enough for every payment
 *            that is heard of within a year.
 */
public record AddOn(List<Lot> lots, @Nullable Instant endsAt, @Nullable AddOn ended) {

    public static final AddOn EMPTY = new AddOn(List.of(), null, null);

    /** Of several paid at one instant, and gateways tell whole seconds, the one heard of first stays first. */
    private static final Comparator<Lot> OLDEST_FIRST = Comparator.comparing(Lot::paidAt);

    public AddOn {
        lots = List.copyOf(lots);
    }

    /** Rule 9: one year from payment, counted in UTC; from 29 February it is 28 February. */
    public static Instant oneYearFrom(Instant paidAt) {
        return paidAt.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    public Credits available() {
        Credits sum = Credits.ZERO;
        for (Lot lot : lots) {
            sum = sum.plus(lot.available());
        }
        return sum;
    }

    public Optional<Lot> lot(String purchase) {
        return lots.stream().filter(lot -> lot.purchase().equals(purchase)).findFirst();
    }

    /** @return this pool with one purchase changed; the others stay as they are */
    AddOn withLot(String purchase, UnaryOperator<Lot> change) {
        List<Lot> changed = new ArrayList<>(lots);
        changed.replaceAll(lot -> lot.purchase().equals(purchase) ? change.apply(lot) : lot);
        return new AddOn(changed, endsAt, ended);
    }

    /** @return the same purchases with other amounts left of them */
    AddOn holding(Function<Source, Credits> amounts) {
        List<Lot> all = new ArrayList<>(lots);
        all.replaceAll(lot -> lot.withAvailable(amounts.apply(new Source.AddOn(lot.purchase()))));
        return new AddOn(all, endsAt, ended);
    }

    /** @return this pool with the lots added and its end one year from the latest purchase that stands */
    AddOn withMore(List<Lot> more) {
        List<Lot> all = new ArrayList<>(lots);
        all.addAll(more);
        all.sort(OLDEST_FIRST);
        return new AddOn(all, endsAt, ended).endingWithTheLatest();
    }

    AddOn endingWithTheLatest() {
        Instant latest = lots.stream().filter(Lot::stands).map(Lot::paidAt).max(Comparator.naturalOrder()).orElse(null);
        return new AddOn(lots, latest == null ? endsAt : oneYearFrom(latest), ended);
    }

    AddOn endingAt(Instant end) {
        return new AddOn(lots, end, ended);
    }

    /** @return an empty pool that remembers this one as ended */
    AddOn over() {
        return new AddOn(List.of(), null, new AddOn(lots, endsAt, null));
    }

    /** @return this pool with what expired of a purchase of the ended pool set higher */
    AddOn withMoreExpired(String purchase, Credits credits) {
        return ended == null ? this
                : new AddOn(lots, endsAt,
                        ended.withLot(purchase, lot -> lot.withAvailable(lot.available().plus(credits))));
    }

    /** @return whether the other had ended by this one's first payment: this one then started afresh (rule 9) */
    boolean beganAfter(AddOn other) {
        return !lots.isEmpty() && other.endsAt != null && !lots.getFirst().paidAt().isBefore(other.endsAt);
    }

    /** @return this pool remembering what ended before it as the given one does */
    AddOn after(AddOn over) {
        return new AddOn(lots, endsAt, over.ended);
    }
}
