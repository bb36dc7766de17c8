package scrip.application.license;

import java.util.concurrent.atomic.AtomicReference;

/** Keeps the instance's id in memory. */
public final class InMemoryInstanceStore implements InstanceStore {

    private final AtomicReference<String> id = new AtomicReference<>();

    @Override
    public String idOr(String fresh) {
        id.compareAndSet(null, fresh);
        return id.get();
    }
}
