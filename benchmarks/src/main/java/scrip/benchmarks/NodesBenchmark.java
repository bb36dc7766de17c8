package scrip.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.load.CpuTime;
import scrip.benchmarks.load.Figures;
import scrip.benchmarks.load.Sample;
import scrip.benchmarks.nodes.NodeProcess;
import scrip.persistence.sql.Database;

/** One, two and four application nodes, each a process, on one hot pool; the callers are shared among them. */
final class NodesBenchmark {

    private final Options options;
    private final Figures figures = new Figures();

    NodesBenchmark(Options options) {
        this.options = options;
    }

    void run() {
        List<Integer> counts = options.numbers("nodes", "1,2,4");
        try (Schemas schemas = Schemas.of(options)) {
            Access access = schemas.fresh("nodes");
            try (HikariDataSource connections = access.connections(1)) {
                InstantSource clock = DeskBenchmark.CLOCK;
                Access.open(new Database(connections), 1, 1, clock.instant());
            }
            List<NodeProcess> nodes = new ArrayList<>();
            try {
                for (int i = 0; i < counts.stream().mapToInt(Integer::intValue).max().orElse(1); i++) {
                    nodes.add(NodeProcess.start(access));
                }
                // Every node once alone: what is measured first must not pay for the compiler.
                nodes.forEach(node -> load(List.of(node)));
                counts.forEach(count -> figures.add(count + " nodes", () -> load(nodes.subList(0, count))));
                figures.run(options.number("rounds", 3));
            } finally {
                nodes.forEach(NodeProcess::close);
            }
        }
        print(counts);
    }

    private Sample load(List<NodeProcess> nodes) {
        int callers = options.number("callers", 512) / nodes.size();
        nodes.forEach(node -> node.order(callers, options.number("seconds", 4)));
        List<Sample> samples = nodes.stream().map(NodeProcess::figures).toList();
        return new Sample(samples.stream().mapToDouble(Sample::perSecond).sum(),
                samples.stream().mapToDouble(Sample::p50).max().orElse(0),
                samples.stream().mapToDouble(Sample::p99).max().orElse(0),
                samples.stream().mapToDouble(Sample::p999).max().orElse(0), new CpuTime.PerOperation(0, 0));
    }

    private void print(List<Integer> counts) {
        Table table = new Table("nodes", "operations/s", "worst p50 ms", "p99 ms", "p99.9 ms", "of one node", "goal");
        double one = figures.median(counts.getFirst() + " nodes").perSecond();
        for (int count : counts) {
            Sample sample = figures.median(count + " nodes");
            String goal = count == 2 ? "≥ 0.9" : count == 4 ? "≥ 0.7" : "";
            table.row(count, Table.whole(sample.perSecond()), Table.millis(sample.p50()), Table.millis(sample.p99()),
                    Table.millis(sample.p999()), Table.ratio(sample.perSecond(), one), goal);
        }
        table.print();
    }
}
