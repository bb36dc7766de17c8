package scrip.application.purchase;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentRefusal;
import scrip.domain.pool.PoolId;

/**
 * Opens payment pages under the pool's customer at the gateway. The customer is made and kept before the page is opened:
 * an order that is tried again is then the same to the gateway in every field, whatever broke the first time.
 */
public final class Payers {

    private static final Logger LOG = LoggerFactory.getLogger(Payers.class);
    private static final CheckoutReply NO_CUSTOMER = new CheckoutReply.Unavailable(
            "the gateway did not create a customer");

    private final PaymentGateway gateway;
    private final CustomerStore customers;

    public Payers(PaymentGateway gateway, CustomerStore customers) {
        this.gateway = gateway;
        this.customers = customers;
    }

    /** @param order its buyer names no customer yet */
    CheckoutReply open(PoolId pool, CheckoutOrder order) {
        return open(pool, order.buyer().email(), customer -> gateway.open(order.paidBy(customer)));
    }

    /**
     * Opens a page under the pool's customer; one that was deleted at the gateway is replaced.
     *
     * @param email
     *            of who asks first, null if nobody does
     * @param page
     *            opens it under a customer
     */
    public CheckoutReply open(PoolId pool, @Nullable String email, Function<String, CheckoutReply> page) {
        Optional<String> known = customers.find(pool, gateway.mode());
        String customer = known.or(() -> first(pool, email)).orElse(null);
        if (customer == null) {
            return NO_CUSTOMER;
        }
        CheckoutReply reply = page.apply(customer);
        return reply instanceof CheckoutReply.Refused(PaymentRefusal reason, String _)
                && reason == PaymentRefusal.CUSTOMER_GONE
                        ? another(pool, email, customer).map(page).orElse(NO_CUSTOMER)
                        : reply;
    }

    /** @return whether that is the pool's customer at the gateway */
    public boolean isCustomer(PoolId pool, String customer) {
        return customers.find(pool, gateway.mode()).filter(customer::equals).isPresent();
    }

    private Optional<String> first(PoolId pool, @Nullable String email) {
        return made(pool, email, null).map(made -> customers.keep(pool, gateway.mode(), made));
    }

    private Optional<String> another(PoolId pool, @Nullable String email, String gone) {
        LOG.warn("Customer {} of {} is gone at the gateway and is replaced", gone, pool);
        return made(pool, email, gone).map(made -> customers.replace(pool, gateway.mode(), gone, made));
    }

    private Optional<String> made(PoolId pool, @Nullable String email, @Nullable String replaced) {
        return gateway.createCustomer(Long.toString(pool.value()), email,
                replaced) instanceof CustomerReply.Created(String made) ? Optional.of(made) : Optional.empty();
    }
}
