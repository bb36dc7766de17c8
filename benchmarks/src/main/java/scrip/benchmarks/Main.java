package scrip.benchmarks;

import java.util.Arrays;

import scrip.benchmarks.nodes.Node;

/** Runs the benchmark that the first argument names. */
public final class Main {

    private Main() {}

    /** @param args the benchmark's name and its options, as {@code benchmarks/README.md} lists them */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Options options = Options.parse(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
        switch (name) {
            case "desk" -> new DeskBenchmark(options).run();
            case "nodes" -> new NodesBenchmark(options).run();
            case "node" -> new Node(options).run();
            case "soak" -> new SoakBenchmark(options).run();
            case "growth" -> new GrowthBenchmark(options).run();
            case "failover" -> new FailoverBenchmark(options).run();
            case "http" -> new HttpBenchmark(options).run();
            default -> {
                System.err.println("There is no benchmark '" + name + "'; benchmarks/README.md lists them.");
                System.exit(2);
            }
        }
    }
}
