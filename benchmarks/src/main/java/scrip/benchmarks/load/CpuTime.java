package scrip.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;

/**
 * CPU time used so far, by this process and by the database server that it has started, if it has.
 *
 * @param application
 *            in nanoseconds
 * @param database
 *            in nanoseconds, to the 10 milliseconds that the system counts in
 */
public record CpuTime(long application, long database) {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_PER_MICRO = 1e3;

    public static CpuTime now() {
        long database = ProcessHandle.current().children()
                .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
                .mapToLong(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos()).sum();
        return new CpuTime(SYSTEM.getProcessCpuTime(), database);
    }

    /** @return what was used since then, in microseconds for each of so many operations */
    public PerOperation since(CpuTime begun, long operations) {
        return new PerOperation((application - begun.application) / NANOS_PER_MICRO / operations,
                (database - begun.database) / NANOS_PER_MICRO / operations);
    }

    /** Microseconds of CPU time for an operation: the figure that other programs on the machine disturb least. */
    public record PerOperation(double application, double database) {}
}
