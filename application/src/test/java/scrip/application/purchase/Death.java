package scrip.application.purchase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The end of a process at a chosen moment: every call of a port has one before it takes effect and one after, of which
 * the caller never learns. From then on the process reaches nothing any more.
 */
public final class Death {

    /** Lets a process live. */
    public static final Death NEVER = new Death(Integer.MAX_VALUE);

    /** What a call comes to in a process that is dead. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final int at;
    private int moments;
    private boolean dead;

    /** @param at the moment, counted from 1 */
    public Death(int at) {
        this.at = at;
    }

    public synchronized int moments() {
        return moments;
    }

    private synchronized void pass() {
        moments++;
        dead |= moments == at;
        if (dead) {
            throw new Killed();
        }
    }

    /** @return the port as the process has it that will die */
    public <T> T upon(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, arguments) -> {
            pass();
            try {
                Object result = method.invoke(real, arguments);
                pass();
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
