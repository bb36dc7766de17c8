package scrip.web.api.reading;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Rows of the ledger as CSV (RFC 4180). */
final class LedgerCsv {

    private static final String HEADER = "seq,dueAt,writtenAt,type,from,to,credits,operation,builder,hold,charge,"
            + "purchase,hash\r\n";

    private LedgerCsv() {}

    static String of(List<EntryJson> rows) {
        return HEADER + rows.stream().map(LedgerCsv::line).collect(Collectors.joining());
    }

    private static String line(EntryJson e) {
        return Stream
                .of(e.seq(), e.dueAt(), e.writtenAt(), e.type(), e.from(), e.to(), e.credits().toPlainString(),
                        text(e.operation()), text(e.builder()), text(e.hold()), text(e.charge()), text(e.purchase()),
                        e.hash())
                .map(Object::toString).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("[^\",\r\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
