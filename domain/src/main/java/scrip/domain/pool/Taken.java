package scrip.domain.pool;

import scrip.domain.credit.Credits;

/**
 * What was taken back of a purchase with its money. Its credits and its bonus are told apart, so that each returns for itself:
 * what is left taken after some of it was put back is what would have been taken in the first place.
 *
 * @param credits
 *            of its add-on credits
 * @param bonus
 *            of the promotional credits that came with it
 */
public record Taken(Part credits, Part bonus) {

    public static final Taken NOTHING = new Taken(Part.NOTHING, Part.NOTHING);

    /**
     * @param slices
     *            what came from the stock, in the order in which it was taken: also what repaid at once what was missing
     * @param all
     *            how many credits, those that became debt included, which is last of all
     */
    public record Part(Slices slices, Credits all) {

        public static final Part NOTHING = new Part(Slices.NONE, Credits.ZERO);

        private Credits owed() {
            return all.minus(slices.total());
        }

        private Slices last(Credits credits) {
            return slices.reversed().first(credits.minusOrZero(owed()));
        }

        private Part withoutLast(Credits credits) {
            return new Part(slices.reversed().after(last(credits).total()).reversed(), all.minus(credits));
        }

        private Part plus(Part more) {
            return new Part(slices.plus(more.slices), all.plus(more.all));
        }

        private Part repaidWith(Slices repaying) {
            return new Part(slices.plus(repaying), all);
        }
    }

    public Taken plus(Taken more) {
        return new Taken(credits.plus(more.credits), bonus.plus(more.bonus));
    }

    /** @return all credits taken back, those that became debt included */
    public Credits total() {
        return credits.all.plus(bonus.all);
    }

    /** @return what did not come from the stock */
    Credits owed() {
        return credits.owed().plus(bonus.owed());
    }

    /**
     * @param ofBonus
     *            of the promotional credits that came with it
     * @return of the last so many of each, those that came from the stock, the last first
     */
    Slices last(Credits ofCredits, Credits ofBonus) {
        return credits.last(ofCredits).plus(bonus.last(ofBonus));
    }

    /** @return what is left without the last so many of each */
    Taken withoutLast(Credits ofCredits, Credits ofBonus) {
        return new Taken(credits.withoutLast(ofCredits), bonus.withoutLast(ofBonus));
    }

    /** @param repaying at most what is owed, and as good as taken from the stock */
    Taken repaidWith(Slices repaying) {
        return new Taken(credits.repaidWith(repaying.first(credits.owed())),
                bonus.repaidWith(repaying.after(credits.owed())));
    }
}
