package scrip.domain.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;

/**
 * The credits of a pool that can be taken, by source.
 *
 * @param period
 *            number of the running period
 * @param monthly
 *            what is left of its grant
 * @param grants
 *            promotional grants, soonest end first
 * @param addOn
 *            the add-on pool
 */
public record Stock(long period, Credits monthly, List<Grant> grants, AddOn addOn) {

    private static final Comparator<Grant> SOONEST_FIRST = Comparator.comparing(Grant::expiresAt)
            .thenComparingLong(Grant::number);

    public Stock {
        grants = List.copyOf(grants);
    }

    public Credits promotional() {
        Credits sum = Credits.ZERO;
        for (Grant grant : grants) {
            sum = sum.plus(grant.available());
        }
        return sum;
    }

    public Credits available() {
        return monthly.plus(promotional()).plus(addOn.available());
    }

    /** @return up to that many credits in the order of rule 12; the stock stays as it is */
    Slices pick(Credits wanted) {
        List<Slice> slices = new ArrayList<>();
        Credits rest = add(slices, new Source.Monthly(period), monthly, wanted);
        for (int i = 0; i < grants.size() && rest.isPositive(); i++) {
            rest = add(slices, new Source.Promotional(grants.get(i).number()), grants.get(i).available(), rest);
        }
        for (int i = 0; i < addOn.lots().size() && rest.isPositive(); i++) {
            Lot lot = addOn.lots().get(i);
            rest = add(slices, new Source.AddOn(lot.purchase()), lot.available(), rest);
        }
        return new Slices(slices);
    }

    /** @return up to that many add-on credits, that purchase's first, then oldest purchase first (rule 29) */
    Slices pickFrom(String purchase, Credits wanted) {
        List<Slice> slices = new ArrayList<>();
        Credits own = addOn.lot(purchase).map(Lot::available).orElse(Credits.ZERO);
        Credits rest = add(slices, new Source.AddOn(purchase), own, wanted);
        for (Lot lot : addOn.lots()) {
            if (!lot.purchase().equals(purchase)) {
                rest = add(slices, new Source.AddOn(lot.purchase()), lot.available(), rest);
            }
        }
        return new Slices(slices);
    }

    /** @return up to that many of the promotional credits that came with the purchase */
    Slices pickBonus(String purchase, Credits wanted) {
        List<Slice> slices = new ArrayList<>();
        Credits rest = wanted;
        for (Grant grant : grants) {
            if (purchase.equals(grant.purchase())) {
                rest = add(slices, new Source.Promotional(grant.number()), grant.available(), rest);
            }
        }
        return new Slices(slices);
    }

    /** @return what is still wanted after the source gave what it has */
    private static Credits add(List<Slice> slices, Source source, Credits has, Credits wanted) {
        Credits part = has.min(wanted);
        if (part.isPositive()) {
            slices.add(new Slice(source, part));
        }
        return wanted.minus(part);
    }

    /** @return whether credits of the source can still be here: its period, grant or pool has not ended */
    boolean holds(Source source) {
        return switch (source) {
            case Source.Monthly m -> m.period() == period;
            case Source.Promotional p -> grants.stream().anyMatch(grant -> grant.number() == p.grant());
            case Source.AddOn a -> addOn.lot(a.purchase()).isPresent();
        };
    }

    Stock plus(Slice slice) {
        return change(slice.source(), has -> has.plus(slice.credits()));
    }

    Stock minus(Slice slice) {
        return change(slice.source(), has -> has.minus(slice.credits()));
    }

    private Stock change(Source source, UnaryOperator<Credits> change) {
        return switch (source) {
            case Source.Monthly m -> new Stock(period, change.apply(monthly), grants, addOn);
            case Source.Promotional p -> withGrants(grants.stream()
                    .map(g -> g.number() == p.grant() ? g.withAvailable(change.apply(g.available())) : g).toList());
            case Source.AddOn a ->
                    withAddOn(addOn.withLot(a.purchase(), lot -> lot.withAvailable(change.apply(lot.available()))));
        };
    }

    Stock plus(Grant grant) {
        List<Grant> all = new ArrayList<>(grants);
        all.add(grant);
        all.sort(SOONEST_FIRST);
        return withGrants(all);
    }

    Stock without(Grant grant) {
        return withGrants(grants.stream().filter(g -> g.number() != grant.number()).toList());
    }

    Stock withAddOn(AddOn pool) {
        return new Stock(period, monthly, grants, pool);
    }

    /** @return the stock in another period, with nothing monthly yet */
    Stock inPeriod(long number) {
        return new Stock(number, Credits.ZERO, grants, addOn);
    }

    /** @return the same parts with other amounts in them */
    Stock holding(Function<Source, Credits> amounts) {
        List<Grant> all = new ArrayList<>(grants);
        all.replaceAll(grant -> grant.withAvailable(amounts.apply(new Source.Promotional(grant.number()))));
        return new Stock(period, amounts.apply(new Source.Monthly(period)), all, addOn.holding(amounts));
    }

    private Stock withGrants(List<Grant> all) {
        return new Stock(period, monthly, all, addOn);
    }
}
