package scrip.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures several things in turns, A B C A B C, so that what else the machine does hits all of them alike, each
 * once the one before it has nothing left to do, and keeps the medians.
 */
public final class Figures {

    private final Map<String, Supplier<Sample>> measurements = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    public void add(String name, Supplier<Sample> measurement) {
        measurements.put(name, measurement);
    }

    /** Goes so many times through all measurements. */
    public void run(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            for (var measurement : measurements.entrySet()) {
                Calm.await();
                Sample sample = measurement.getValue().get();
                samples.computeIfAbsent(measurement.getKey(), _ -> new ArrayList<>()).add(sample);
                System.err.printf("round %d/%d  %-40s %,10.0f/s  p50 %.2f  p99 %.2f ms  CPU %.0f + %.0f µs%n", round,
                        rounds,
                        measurement.getKey(), sample.perSecond(), sample.p50(), sample.p99(),
                        sample.cpu().application(), sample.cpu().database());
            }
        }
    }

    /** @return the medians by name, in the order in which the measurements were added */
    public Map<String, Sample> medians() {
        Map<String, Sample> medians = new LinkedHashMap<>();
        samples.forEach((name, all) -> medians.put(name, Sample.median(all)));
        return medians;
    }

    /** @throws IllegalArgumentException if there is no such measurement */
    public Sample median(String name) {
        List<Sample> all = samples.get(name);
        if (all == null) {
            throw new IllegalArgumentException("nothing was measured as " + name);
        }
        return Sample.median(all);
    }

    /** @return the one with the most operations a second, of those whose name begins so */
    public String best(String prefix) {
        return medians().entrySet().stream().filter(of -> of.getKey().startsWith(prefix))
                .max((one, other) -> Double.compare(one.getValue().perSecond(), other.getValue().perSecond()))
                .orElseThrow(() -> new IllegalArgumentException("nothing was measured as " + prefix)).getKey();
    }
}
