package scrip.application.license;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of the instance's id keeps to. */
public abstract class InstanceStoreContract {

    /** @return a store that may have been asked before */
    protected abstract InstanceStore store();

    @Test
    void the_id_is_given_once_however_many_ask_at_once() throws Exception {
        AtomicInteger drawn = new AtomicInteger();
        Callable<String> ask = () -> store().idOr("fresh-" + drawn.incrementAndGet());

        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> id : threads.invokeAll(Collections.nCopies(16, ask))) {
                ids.add(id.get());
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(store().idOr("another")).isEqualTo(ids.iterator().next());
    }
}
