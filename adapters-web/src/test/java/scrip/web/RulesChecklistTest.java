package scrip.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/rules.md} leads from every rule and every worked example to code and tests that are there. */
class RulesChecklistTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`(\\w+)(?:#(\\w+))?`");

    private final List<String> rows = Files.readAllLines(ROOT.resolve("docs/rules.md")).stream()
            .filter(line -> line.matches("\\| (\\d+ .*|[A-Z] )\\|.*")).toList();
    private final Map<String, String> main = sources("src/main/java");
    private final Map<String, String> tests = sources("src/test/java");

    RulesChecklistTest() throws IOException {}

    /** Texts by class; of two classes with one name, both texts. */
    private static Map<String, String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains(folder))
                    .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""),
                            RulesChecklistTest::read, String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> cells(String row) {
        List<String> cells = List.of(row.split("\\|", -1));
        return cells.subList(1, cells.size() - 1);
    }

    @Test
    void every_rule_and_every_worked_example_has_a_row() {
        List<String> names = rows.stream().map(row -> cells(row).getFirst().strip().replaceFirst(" .*", "")).toList();

        assertThat(names.subList(0, 31)).isEqualTo(IntStream.rangeClosed(1, 31).mapToObj(String::valueOf).toList());
        assertThat(names.subList(31, names.size()))
                .isEqualTo("ABCDEFGHIJKLMNOPQ".chars().mapToObj(Character::toString).toList());
    }

    @Test
    void every_test_that_is_named_is_there() {
        for (String row : rows) {
            Matcher names = NAME.matcher(cells(row).getLast());
            int found = 0;
            for (; names.find(); found++) {
                assertThat(tests).as(row).containsKey(names.group(1));
                if (names.group(2) != null) {
                    assertThat(tests.get(names.group(1))).as(names.group()).contains(" " + names.group(2) + "(");
                }
            }
            assertThat(found).as(row).isPositive();
        }
    }

    @Test
    void all_code_that_is_named_is_there() {
        for (String row : rows.subList(0, 31)) {
            assertThat(NAME.matcher(cells(row).get(1)).results().map(name -> name.group(1)).toList()).as(row)
                    .isNotEmpty().allSatisfy(name -> assertThat(main).containsKey(name));
        }
    }
}
