package scrip.web.pricing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import scrip.domain.credit.Credits;

/** A YAML mapping that knows its lines, so that what is wrong with it can be found. */
final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(String file, @Nullable Node node) {
        this.file = file;
        if (!(node instanceof MappingNode mapping)) {
            throw new BrokenRateCardException(file, node == null ? 0 : line(node), "expected names and values");
        }
        this.node = node;
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (values.put(name, tuple.getValueNode()) != null) {
                throw new BrokenRateCardException(file, line(tuple.getKeyNode()), name + " stands twice");
            }
        }
    }

    String text(String name) {
        if (get(name) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw broken(name, "is a text");
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw broken(name, "is an instant in UTC such as 2026-01-01T00:00:00Z");
        }
    }

    Credits credits(String name) {
        try {
            return Credits.of(new BigDecimal(text(name)));
        } catch (NumberFormatException e) {
            throw broken(name, "is a number");
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw broken(name, "is a number of credits, 0 or more, with at most 6 decimals");
        }
    }

    /** Reads each item of a list; keys must not repeat. */
    <T> List<T> list(String name, Function<YamlMap, T> item) {
        if (!(get(name) instanceof SequenceNode sequence)) {
            throw broken(name, "is a list");
        }
        List<T> items = new ArrayList<>();
        Map<String, Boolean> keys = new LinkedHashMap<>();
        for (Node each : sequence.getValue()) {
            YamlMap map = new YamlMap(file, each);
            map.check("key", keys.put(map.text("key"), true) == null, "stands twice in " + name);
            items.add(item.apply(map));
        }
        return items;
    }

    void check(String name, boolean holds, String rule) {
        if (!holds) {
            throw broken(name, rule);
        }
    }

    private Node get(String name) {
        Node value = values.get(name);
        if (value == null) {
            throw new BrokenRateCardException(file, line(node), name + " is missing");
        }
        return value;
    }

    private BrokenRateCardException broken(String name, String rule) {
        return new BrokenRateCardException(file, line(get(name)), name + " " + rule);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
