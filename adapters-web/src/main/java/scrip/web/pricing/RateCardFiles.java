package scrip.web.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Model;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.RateCards;

/** Reads rate cards from YAML files; a broken one is told by file, line and reason. */
public final class RateCardFiles {

    private static final String SHIPPED = "/rate-cards/default.yaml";

    private RateCardFiles() {}

    /**
     * @param files
     *            paths of files, one card each; none means the card that ships with Scrip
     * @throws BrokenRateCardException
     *             if a file cannot be read as a rate card
     */
    public static RateCards read(List<String> files) {
        List<RateCard> cards = new ArrayList<>();
        for (String file : files) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                cards.add(read(file, reader));
            } catch (IOException e) {
                throw new BrokenRateCardException(file, 0, "cannot be read: " + e);
            }
        }
        try {
            return new RateCards(cards.isEmpty() ? List.of(shipped()) : cards);
        } catch (IllegalArgumentException e) {
            throw new BrokenRateCardException(String.join(", ", files), 0, String.valueOf(e.getMessage()));
        }
    }

    private static RateCard shipped() {
        try (InputStream stream = RateCardFiles.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new BrokenRateCardException(SHIPPED, 0, "is not in the jar");
            }
            return read(SHIPPED, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BrokenRateCardException(SHIPPED, 0, "cannot be read: " + e);
        }
    }

    /** Reads one card. */
    static RateCard read(String file, Reader yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(yaml);
            return card(new YamlMap(file, root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new BrokenRateCardException(file, line, e.getProblem());
        } catch (YAMLException e) {
            throw new BrokenRateCardException(file, 0, "is no YAML: " + e.getMessage());
        }
    }

    private static RateCard card(YamlMap card) {
        Credits increment = card.credits("increment");
        card.check("increment", increment.isPositive(), "is above zero");
        return new RateCard(card.text("version"), card.instant("startsAt"), increment,
                card.list("operations", RateCardFiles::operation), card.list("models", RateCardFiles::model));
    }

    private static Operation operation(YamlMap operation) {
        Credits typical = operation.credits("typical");
        operation.check("typical", typical.isPositive(), "is above zero");
        return new Operation(operation.text("key"), operation.text("label"), typical);
    }

    private static Model model(YamlMap model) {
        return new Model(model.text("key"), model.credits("input"), model.credits("cachedInput"),
                model.credits("output"));
    }
}
