package scrip.benchmarks;

import java.util.Arrays;

/** Runs the benchmark that the first argument names. */
public final class Main {

    private Main() {}

    /** @param args the benchmark's name and its options, as {@code benchmarks/README.md} lists them */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Options options = Options.parse(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
        switch (name) {
            case "desk" -> new DeskBenchmark(options).run();
            case "http" -> new HttpBenchmark(options).run();
            default -> {
                System.err.println("There is no benchmark '" + name + "'; benchmarks/README.md lists them.");
                System.exit(2);
            }
        }
    }
}
