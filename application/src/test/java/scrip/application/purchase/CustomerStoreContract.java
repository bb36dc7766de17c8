package scrip.application.purchase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentMode;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of the gateway's customers keeps to; an empty one for each test. */
public abstract class CustomerStoreContract {

    private static final PoolId POOL = new PoolId(1);

    private CustomerStore customers;

    protected abstract CustomerStore emptyStore();

    @BeforeEach
    void open() {
        customers = emptyStore();
    }

    @Test
    void of_several_customers_made_for_a_pool_the_first_is_kept_and_used() {
        assertThat(customers.find(POOL, PaymentMode.TEST)).isEmpty();
        assertThat(customers.keep(POOL, PaymentMode.TEST, "cus_1")).isEqualTo("cus_1");
        assertThat(customers.keep(POOL, PaymentMode.TEST, "cus_2")).isEqualTo("cus_1");

        assertThat(customers.find(POOL, PaymentMode.TEST)).contains("cus_1");
    }

    @Test
    void one_that_is_gone_is_replaced_once_and_nobody_elses() {
        customers.keep(POOL, PaymentMode.TEST, "cus_1");
        customers.keep(POOL, PaymentMode.LIVE, "cus_1");
        customers.keep(new PoolId(2), PaymentMode.TEST, "cus_1");

        assertThat(customers.replace(POOL, PaymentMode.TEST, "cus_1", "cus_2")).isEqualTo("cus_2");
        assertThat(customers.replace(POOL, PaymentMode.TEST, "cus_1", "cus_3")).isEqualTo("cus_2");

        assertThat(customers.find(POOL, PaymentMode.TEST)).contains("cus_2");
        assertThat(customers.find(POOL, PaymentMode.LIVE)).contains("cus_1");
        assertThat(customers.find(new PoolId(2), PaymentMode.TEST)).contains("cus_1");
    }

    @Test
    void another_pool_and_another_mode_have_customers_of_their_own() {
        customers.keep(POOL, PaymentMode.SANDBOX, "cus_1");

        assertThat(customers.find(POOL, PaymentMode.LIVE)).isEmpty();
        assertThat(customers.find(new PoolId(2), PaymentMode.SANDBOX)).isEmpty();
        assertThat(customers.keep(POOL, PaymentMode.LIVE, "cus_2")).isEqualTo("cus_2");
    }
}
