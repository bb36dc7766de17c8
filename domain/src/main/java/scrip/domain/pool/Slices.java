package scrip.domain.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;

/**
 * Credits in the order in which they are spent (rule 12).
 *
 * @param list
 *            the first to be spent first
 */
public record Slices(List<Slice> list) {

    public static final Slices NONE = new Slices(List.of());

    public Slices {
        list = List.copyOf(list);
    }

    public Credits total() {
        Credits sum = Credits.ZERO;
        for (Slice slice : list) {
            sum = sum.plus(slice.credits());
        }
        return sum;
    }

    /** @return the sum of the slices that belong to the account */
    public Credits of(Account account) {
        Credits sum = Credits.ZERO;
        for (Slice slice : list) {
            if (slice.source().account() == account) {
                sum = sum.plus(slice.credits());
            }
        }
        return sum;
    }

    /** @return the first slices that make up the amount, or all if there are not so many */
    public Slices first(Credits amount) {
        List<Slice> first = new ArrayList<>();
        Credits wanted = amount;
        for (Slice slice : list) {
            Credits part = slice.credits().min(wanted);
            if (part.isPositive()) {
                first.add(new Slice(slice.source(), part));
                wanted = wanted.minus(part);
            }
        }
        return new Slices(first);
    }

    /** @return what {@link #first} leaves */
    public Slices after(Credits amount) {
        return reversed().first(total().minusOrZero(amount)).reversed();
    }

    public Slices reversed() {
        return new Slices(list.reversed());
    }

    /** @return the order in which a make-good gives back: add-on first, monthly last, in each the last spent first */
    Slices backwards() {
        List<Slice> backwards = new ArrayList<>(list.reversed());
        backwards.sort(Comparator.comparing((Slice slice) -> slice.source().account()).reversed());
        return new Slices(backwards);
    }

    public Slices plus(Slices more) {
        List<Slice> all = new ArrayList<>(list);
        all.addAll(more.list);
        return new Slices(all);
    }
}
