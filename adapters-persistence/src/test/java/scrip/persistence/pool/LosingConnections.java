package scrip.persistence.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Connections that are lost while committing, now and then: before the server has got the COMMIT, or after it has done it. */
final class LosingConnections {

    /** When a connection is lost. */
    enum Moment {
        NEVER, BEFORE_THE_COMMIT, AFTER_THE_COMMIT
    }

    private LosingConnections() {}

    /** @param next asked at every COMMIT */
    static DataSource of(DataSource real, Supplier<Moment> next) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? losing(connection, next) : result;
        });
    }

    private static Connection losing(Connection real, Supplier<Moment> next) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(real, method, arguments);
            return method.getName().equals("createStatement") ? losing(real, (Statement) result, next) : result;
        });
    }

    private static Statement losing(Connection connection, Statement real, Supplier<Moment> next) {
        return proxy(Statement.class, (_, method, arguments) -> {
            boolean commits = method.getName().equals("execute") && ((String) arguments[0]).endsWith("COMMIT");
            Moment moment = commits ? next.get() : Moment.NEVER;
            if (moment == Moment.NEVER) {
                return call(real, method, arguments);
            }
            if (moment == Moment.AFTER_THE_COMMIT) {
                call(real, method, arguments);
                while (real.getMoreResults() || real.getUpdateCount() >= 0) {
                    // All statements are done once all results are there.
                }
            }
            connection.abort(Runnable::run);
            throw new SQLNonTransientConnectionException("the connection is lost", "08S01");
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException sql ? sql : e;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
