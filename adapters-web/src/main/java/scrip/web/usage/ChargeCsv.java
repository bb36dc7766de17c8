package scrip.web.usage;

import java.util.List;
import java.util.stream.Collectors;

import scrip.domain.ledger.Account;
import scrip.domain.pool.Charge;

/** Writes charges as CSV (RFC 4180). */
final class ChargeCsv {

    static final String HEAD = "time,charge,operation,builder,credits,monthly,promotional,add_on,debt,refunded,reference\r\n";

    private ChargeCsv() {}

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
