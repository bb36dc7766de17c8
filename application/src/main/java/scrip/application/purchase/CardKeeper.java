package scrip.application.purchase;

import scrip.application.payment.CardLookup;

/** Takes the cards that the gateway's events tell of. */
@FunctionalInterface
public interface CardKeeper {

    /**
     * Keeps a card for its pool, which changes nothing if it is kept already or a later one is.
     *
     * @return false if it is no card of a pool here
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now
     */
    boolean keep(CardLookup.Saved card);
}
