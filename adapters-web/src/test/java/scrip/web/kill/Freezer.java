package scrip.web.kill;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.springframework.beans.factory.config.BeanPostProcessor;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.PoolStore;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.CustomerStore;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.PurchaseStore;

/**
 * Stops a purchase between two of its steps for as long as the process lives. Each call of a port has a moment before it
 * takes effect and one after, of which its caller has not learnt yet; they are counted from when the freezer is set.
 */
final class Freezer implements BeanPostProcessor {

    /** Begins each line that tells the other process something. */
    static final String MARK = "@@ ";

    /** Those that are no steps: nothing was there to do, or nothing is done but looked at. */
    private static final Set<String> NO_STEPS = Set.of("mode", "toString", "hashCode", "equals");
    private static final Map<String, Class<?>> PORTS = Map.of("poolStore", PoolStore.class, "purchaseStore",
            PurchaseStore.class, "inbox", Inbox.class, "customerStore", CustomerStore.class, "promoStore",
            PromoStore.class, "discrepancies", Discrepancies.class, "paymentGateway", PaymentGateway.class);

    private final PrintStream out;
    private final CountDownLatch never = new CountDownLatch(1);
    private int left;

    Freezer(PrintStream out) {
        this.out = out;
    }

    /** @param moment the moment to stop at, counted from 1; 0 to stop at none */
    synchronized void set(int moment) {
        left = moment;
        say("set");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Class<?> port = PORTS.get(name);
        return port == null ? bean
                : Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port},
                        (_, method, arguments) -> {
                            String call = port.getSimpleName() + "." + method.getName();
                            boolean isStep = !NO_STEPS.contains(method.getName());
                            if (isStep && !method.getName().equals("claim")) {
                                pass("before " + call);
                            }
                            Object result = invoke(() -> method.invoke(bean, arguments));
                            if (isStep && !(result instanceof Collection<?> found && found.isEmpty())) {
                                pass("after " + call);
                            }
                            return result;
                        });
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void pass(String moment) throws InterruptedException {
        if (isHere()) {
            say("frozen " + moment);
            never.await();
        }
        if (moment.equals("after Inbox.done")) {
            say("worked");
        }
    }

    private synchronized boolean isHere() {
        return left > 0 && --left == 0;
    }

    private void say(String word) {
        synchronized (out) {
            out.println(MARK + word);
            out.flush();
        }
    }
}
