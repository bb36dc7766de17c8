package scrip.application.purchase;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.PaymentGateway;
import scrip.domain.pool.PoolId;

/**
 * Opens payment pages under the pool's customer at the gateway. The customer is made and kept before the page is opened:
 * an order that is tried again is then the same to the gateway in every field, whatever broke the first time.
 */
public final class Payers {

    private final PaymentGateway gateway;
    private final CustomerStore customers;

    public Payers(PaymentGateway gateway, CustomerStore customers) {
        this.gateway = gateway;
        this.customers = customers;
    }

    /** @param order its buyer names no customer yet */
    CheckoutReply open(PoolId pool, CheckoutOrder order) {
        return customer(pool, order.buyer().email())
                .<CheckoutReply>map(customer -> gateway.open(order.paidBy(customer)))
                .orElseGet(() -> new CheckoutReply.Unavailable("the gateway did not create a customer"));
    }

    /**
     * @param email
     *            of who asks first, null if nobody does
     * @return the pool's customer; nothing while the gateway does not answer
     */
    public Optional<String> customer(PoolId pool, @Nullable String email) {
        return customers.find(pool, gateway.mode()).or(() -> gateway
                .createCustomer(Long.toString(pool.value()), email) instanceof CustomerReply.Created(String made)
                        ? Optional.of(customers.keep(pool, gateway.mode(), made))
                        : Optional.empty());
    }
}
