package scrip.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The letters that stand for a person where there is no room for the name. */
public final class Initials {

    private static final int MOST = 2;

    private Initials() {}

    /** The first letters of the first two words of a name, in capitals; "?" when it has none. */
    public static String of(String name) {
        String letters = Arrays.stream(name.strip().split("[\\s._-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }
}
