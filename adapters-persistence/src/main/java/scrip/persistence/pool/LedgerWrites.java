package scrip.persistence.pool;

import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Appends entries to the ledger. */
final class LedgerWrites {

    private final Insert entries = new Insert(EntryRow.INSERT_USE);
    private final Insert ofPurchases = new Insert(EntryRow.INSERT_PURCHASE);

    void add(EntryRow row) {
        row.insert(row.isOfPurchase() ? ofPurchases : entries);
    }

    void addTo(RoundTrip trip) {
        trip.write(entries.statements()).write(ofPurchases.statements());
    }
}
