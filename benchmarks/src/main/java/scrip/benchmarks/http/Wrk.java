package scrip.benchmarks.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import scrip.benchmarks.load.CpuTime;
import scrip.benchmarks.load.Sample;

/**
 * The load generator, a process of its own: wrk with {@code benchmarks/wrk/scrip.lua}.
 *
 * @param connections
 *            each with one request at a time
 */
public record Wrk(int threads, int connections, Duration warmUp, Duration time) {

    private static final Pattern FIGURES = Pattern
            .compile("figures (\\d+) (\\d+) ([\\d.]+) ([\\d.]+) ([\\d.]+) (\\d+)");
    private static final double MICROS_PER_SECOND = 1e6;

    /** @param settings SCRIP_LOAD and what it needs, see the script */
    public Sample run(App app, Map<String, String> settings) {
        run(app, settings, warmUp);
        return run(app, settings, time);
    }

    private Sample run(App app, Map<String, String> settings, Duration duration) {
        ProcessBuilder builder = new ProcessBuilder("wrk", "-t" + threads, "-c" + connections,
                "-d" + duration.toSeconds() + "s", "--timeout", "30s", "-s", "benchmarks/wrk/scrip.lua",
                app.address().toString()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        try {
            Process wrk = builder.start();
            String output = new String(wrk.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return sample(output);
        } catch (IOException e) {
            throw new IllegalStateException("wrk is needed: apt-get install wrk, or https://github.com/wg/wrk", e);
        }
    }

    private static Sample sample(String output) {
        MatchResult figures = FIGURES.matcher(output).results().findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk failed:\n" + output));
        if (!"0".equals(figures.group(6))) {
            throw new IllegalStateException(figures.group(6) + " requests were not served");
        }
        double seconds = Double.parseDouble(figures.group(2)) / MICROS_PER_SECOND;
        return new Sample(Double.parseDouble(figures.group(1)) / seconds, Double.parseDouble(figures.group(3)),
                Double.parseDouble(figures.group(4)), Double.parseDouble(figures.group(5)),
                new CpuTime.PerOperation(0, 0));
    }
}
