package scrip.application.purchase;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import scrip.application.payment.PaymentMode;
import scrip.domain.pool.PoolId;

/** Keeps the gateway's customers in memory. */
public final class InMemoryCustomerStore implements CustomerStore {

    private final Map<String, String> customers = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(PoolId pool, PaymentMode mode) {
        return Optional.ofNullable(customers.get(pool.value() + mode.name()));
    }

    @Override
    public String keep(PoolId pool, PaymentMode mode, String customer) {
        String first = customers.putIfAbsent(pool.value() + mode.name(), customer);
        return first == null ? customer : first;
    }

    @Override
    public String replace(PoolId pool, PaymentMode mode, String gone, String customer) {
        customers.replace(pool.value() + mode.name(), gone, customer);
        return keep(pool, mode, customer);
    }
}
