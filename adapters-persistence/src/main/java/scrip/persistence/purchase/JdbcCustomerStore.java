package scrip.persistence.purchase;

import java.util.Locale;
import java.util.Optional;

import scrip.application.payment.PaymentMode;
import scrip.application.purchase.CustomerStore;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/** The gateway's customers in the database. */
public final class JdbcCustomerStore implements CustomerStore {

    private final Database database;

    public JdbcCustomerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(PoolId pool, PaymentMode mode) {
        return database.first(Sql.of("SELECT customer FROM gateway_customer WHERE pool = ? AND mode = ?",
                pool.value(), key(mode)), Cells::text);
    }

    @Override
    public String keep(PoolId pool, PaymentMode mode, String customer) {
        boolean first = database.insert(Sql.of("INSERT INTO gateway_customer (pool, mode, customer) VALUES (?, ?, ?)",
                pool.value(), key(mode), customer));
        return first ? customer : find(pool, mode).orElse(customer);
    }

    @Override
    public String replace(PoolId pool, PaymentMode mode, String gone, String customer) {
        database.write(Sql.of("UPDATE gateway_customer SET customer = ? WHERE pool = ? AND mode = ? AND customer = ?",
                customer, pool.value(), key(mode), gone));
        return keep(pool, mode, customer);
    }

    private static String key(PaymentMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
