package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.pool.Slice;
import scrip.domain.pool.Slices;

/** Slices as one short text, such as {@code m:3=1500000 a:purchase=250000}: there are two of them on the hot path. */
public final class SlicesText {

    private SlicesText() {}

    /** @throws IllegalArgumentException if a source has a space in it, which no id of ours has */
    public static String of(Slices slices) {
        StringBuilder text = new StringBuilder();
        for (Slice slice : slices.list()) {
            String code = slice.source().code();
            if (code.indexOf(' ') >= 0) {
                throw new IllegalArgumentException("a source with a space cannot be stored: " + code);
            }
            text.append(text.isEmpty() ? "" : " ").append(code).append('=').append(slice.credits().micros());
        }
        return text.toString();
    }

    public static Slices parse(String text) {
        if (text.isEmpty()) {
            return Slices.NONE;
        }
        List<Slice> slices = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            int equals = part.lastIndexOf('=');
            slices.add(new Slice(Source.parse(part.substring(0, equals)),
                    Credits.ofMicros(Long.parseLong(part.substring(equals + 1)))));
        }
        return new Slices(slices);
    }
}
