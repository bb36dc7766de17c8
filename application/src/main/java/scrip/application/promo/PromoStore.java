package scrip.application.promo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import scrip.domain.pool.PoolId;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;

/**
 * Where promo codes and their redemptions are kept. Each change of a redemption is one short transaction that locks the
 * code, and may be repeated; of a pool it changes nothing. Codes are normalized throughout.
 * Every method throws an {@link scrip.application.pool.UnavailableException} if the store cannot serve now.
 */
public interface PromoStore {

    /**
     * A code and how often it is redeemed.
     *
     * @param redemptions
     *            those that wait for their payment included
     */
    record Counted(PromoCode code, long redemptions) {}

    /**
     * Puts a code's terms, new ones in the place of old ones; its redemptions and its first day on record stay.
     *
     * @return true if it is new
     */
    boolean put(PromoCode code);

    /**
     * Makes a code, unless there is one of that name, retired or not: of several who make the same one at once, one does.
     *
     * @return whether it was made
     */
    boolean make(PromoCode code);

    /** @return false if there is no such code; retiring it again leaves it as it is */
    boolean retire(String code, Instant at);

    Optional<Counted> find(String code);

    /**
     * @param limit
     *            1 to 1,000
     * @return codes, newest first
     */
    List<Counted> list(int limit);

    /**
     * @param limit
     *            1 to 1,000
     * @return redemptions of the code, those given back too, newest first
     */
    List<Redemption> redemptions(String code, int limit);

    /** @return how often the code is redeemed, in all and by the pool; nothing if there is no such code */
    Optional<Use> use(String code, PoolId pool);

    /** @return whether the redemption is taken or kept */
    boolean stands(Claim claim);

    /**
     * Takes a redemption, unless it is taken or kept already.
     *
     * @param decide
     *            called with the locked code and how often it is redeemed
     * @return why it was not taken; nothing if it is there now, or was before
     */
    Optional<PromoRefusal> take(Claim claim, Instant at,
            BiFunction<PromoCode, Use, Optional<PromoRefusal>> decide);

    /** Keeps a redemption for good; one that was given back, or never taken, counts again whatever the limits are. */
    void keep(Claim claim, Instant at);

    /** Gives a redemption back that was taken; one that is kept, or is not there, stays as it is. */
    void giveBack(Claim claim);

    /**
     * @param takenBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return redemptions neither kept nor given back although their purchase is not pending any more, or is not there;
     *         taken longest ago first
     */
    List<Claim> unsettled(Instant takenBefore, int limit);
}
