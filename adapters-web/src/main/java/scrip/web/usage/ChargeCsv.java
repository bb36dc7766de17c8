package scrip.web.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import scrip.domain.ledger.Account;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;

/** Writes charges as CSV (RFC 4180): all there are, a thousand of them in memory at a time. */
final class ChargeCsv {

    static final String HEAD = "time,charge,operation,builder,credits,monthly,promotional,add_on,debt,refunded,reference\r\n";

    private static final int AT_A_TIME = 1_000;

    private ChargeCsv() {}

    /**
     * Writes all charges that are asked for, newest first.
     *
     * @throws IOException
     *             if the reader has gone
     */
    static void write(Charges charges, PoolId pool, UsageQuery query, OutputStream out) throws IOException {
        write(HEAD, out);
        Long before = query.before();
        do {
            Charges.Page page = charges.find(pool, query.goOnBefore(before), AT_A_TIME);
            write(page.charges().stream().map(ChargeCsv::line).collect(Collectors.joining()), out);
            before = page.next();
        } while (before != null);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String line(Charge charge) {
        String reference = charge.work().reference();
        return List.of(charge.chargedAt().toString(), Long.toString(charge.number()), charge.work().operation(),
                charge.work().builder(), charge.credits().toString(),
                charge.slices().of(Account.MONTHLY).toString(), charge.slices().of(Account.PROMOTIONAL).toString(),
                charge.slices().of(Account.ADD_ON).toString(), charge.debt().toString(),
                charge.refunded().toString(), reference == null ? "" : reference).stream().map(ChargeCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula gets an apostrophe first: references come from outside. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
