package scrip.application.topup;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.purchase.CardKeeper;
import scrip.application.purchase.Payers;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;

/** What an admin does about automatic top-ups: sets them, and saves the card that pays for them. */
public final class SavedCards implements CardKeeper {

    private final PaymentGateway gateway;
    private final Payers payers;
    private final AutoTopUpStore store;

    public SavedCards(PaymentGateway gateway, Payers payers, AutoTopUpStore store) {
        this.gateway = gateway;
        this.payers = payers;
        this.store = store;
    }

    /** Whether a card of the pool was saved on a page. */
    public enum Return {
        SAVED, NONE,
        /** The gateway does not say now; if one was saved, its event tells. */
        NOT_KNOWN
    }

    /** @return the pool's automatic top-up, which is off until it is set; a card that cannot pay here is left out */
    public AutoTopUp of(PoolId pool) {
        return read(pool).topUp().in(gateway.mode().name());
    }

    private AutoTopUpStore.Versioned read(PoolId pool) {
        return store.find(pool).orElseGet(() -> new AutoTopUpStore.Versioned(AutoTopUp.off(pool), 0));
    }

    public AutoTopUp set(PoolId pool, AutoTopUp.Settings settings) {
        return change(pool, topUp -> topUp.set(settings));
    }

    /**
     * Opens the page on which a card is saved.
     *
     * @param key
     *            drawn with the form: sending it twice opens one page
     * @param email
     *            of who saves it, or null
     * @return the page; nothing while the gateway does not answer
     */
    public Optional<URI> open(PoolId pool, String key, @Nullable String email, CheckoutOrder.Returns returns) {
        CheckoutReply reply = payers.open(pool, email, customer -> gateway.openCard(new CardOrder(key,
                Long.toString(pool.value()), customer, returns)));
        return reply instanceof CheckoutReply.Opened opened ? Optional.of(opened.url()) : Optional.empty();
    }

    /**
     * The admin is back from the page.
     *
     * @param session
     *            the gateway's id of the page, as the address names it: nothing in it is believed
     */
    public Return returned(PoolId pool, String session) {
        return switch (gateway.findCard(session)) {
            case CardLookup.Saved saved when saved.pool().equals(Long.toString(pool.value())) && keep(saved) ->
                    Return.SAVED;
            case CardLookup.Saved _,CardLookup.None _ -> Return.NONE;
            case CardLookup.Unavailable _ -> Return.NOT_KNOWN;
        };
    }

    /** A card comes by the admin who is back and by the gateway's event, whichever is first; it counts once. */
    @Override
    public boolean keep(CardLookup.Saved saved) {
        Optional<PoolId> pool = pool(saved.pool()).filter(id -> payers.isCustomer(id, saved.customer()));
        pool.ifPresent(id -> change(id, topUp -> topUp.with(new AutoTopUp.Card(gateway.mode().name(),
                saved.customer(), saved.method(), saved.label(), saved.savedAt()))));
        return pool.isPresent();
    }

    /** The gateway's account may serve others too, who name things as they like. */
    private static Optional<PoolId> pool(String named) {
        return named.matches("\\d{1,18}") ? Optional.of(new PoolId(Long.parseLong(named))) : Optional.empty();
    }

    private AutoTopUp change(PoolId pool, UnaryOperator<AutoTopUp> change) {
        while (true) {
            AutoTopUpStore.Versioned read = read(pool);
            AutoTopUp changed = change.apply(read.topUp());
            if (changed.equals(read.topUp()) || store.keep(changed, read.version())) {
                return changed;
            }
        }
    }
}
