package scrip.payment.sandbox;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one request at a time change the sandbox, so that its objects never contradict each other. */
final class Turn {

    private final ReentrantLock lock = new ReentrantLock();

    <T> T take(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
