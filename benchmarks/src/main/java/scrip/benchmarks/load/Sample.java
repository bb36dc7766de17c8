package scrip.benchmarks.load;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.HdrHistogram.Histogram;

/**
 * What one measurement came to.
 *
 * @param perSecond
 *            operations a second
 * @param p50
 *            half of them took at most so many milliseconds
 * @param p99
 *            99 of 100
 * @param p999
 *            999 of 1,000
 * @param cpu
 *            what an operation cost
 */
public record Sample(double perSecond, double p50, double p99, double p999, CpuTime.PerOperation cpu) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** A measurement that has begun. */
    public static final class Running {

        private final long begun = System.nanoTime();
        private final CpuTime cpu = CpuTime.now();

        /** @param latencies in nanoseconds */
        public Sample end(Histogram latencies, long operations) {
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            return new Sample(operations / seconds, millis(latencies, 50), millis(latencies, 99),
                    millis(latencies, 99.9), CpuTime.now().since(cpu, operations));
        }
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** @return the median of each figure */
    public static Sample median(List<Sample> samples) {
        return new Sample(median(samples, Sample::perSecond), median(samples, Sample::p50),
                median(samples, Sample::p99), median(samples, Sample::p999),
                new CpuTime.PerOperation(median(samples, sample -> sample.cpu.application()),
                        median(samples, sample -> sample.cpu.database())));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        List<Double> sorted = samples.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
