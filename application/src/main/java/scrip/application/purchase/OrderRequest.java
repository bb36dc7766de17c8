package scrip.application.purchase;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.RequestKey;
import scrip.domain.pool.PoolId;

/**
 * A purchase as it is asked for.
 *
 * @param key
 *            makes it happen once (rule 20)
 * @param credits
 *            how many, any number: what cannot be bought is refused
 * @param promoCode
 *            as typed, or null
 * @param buyer
 *            e-mail address of who buys, or null if a service does
 * @param successUrl
 *            where the payment page leads after payment; may hold the checkout's placeholder
 * @param cancelUrl
 *            where it leads when the buyer turns back
 */
public record OrderRequest(PoolId pool, RequestKey key, long credits, @Nullable String promoCode,
        @Nullable String buyer, String successUrl, URI cancelUrl) {}
