package scrip.web.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class JobsTest {

    private static Jobs with(Runnable work) {
        return new Jobs(() -> 0, () -> {
        }, List.of(new Job("the job", Duration.ofMillis(1), work)), Duration.ofMillis(200));
    }

    @Test
    void a_job_that_waits_for_somebody_who_never_answers_does_not_hold_up_the_end() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Jobs jobs = with(() -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
        });
        jobs.start();
        waiting.await();

        jobs.stop();

        interrupted.await();
        assertThat(jobs.isRunning()).isFalse();
    }

    @Test
    void a_job_that_fails_runs_again() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        Jobs jobs = with(() -> {
            runs.countDown();
            throw new IllegalStateException("the job's own trouble");
        });
        jobs.start();

        runs.await();

        jobs.stop();
    }
}
