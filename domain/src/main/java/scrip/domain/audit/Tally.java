package scrip.domain.audit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

/**
 * What the entries of a ledger come to so far. It keeps what there is now (sources with credits, open holds, debts) and
 * one sum for each purchase, so it does not grow with the ledger.
 */
final class Tally {

    private final Flaws flaws;
    private final Map<Account, Long> accounts = new EnumMap<>(Account.class);
    private final Map<Long, Sums<Source>> holds = new LinkedHashMap<>();
    final Sums<Source> stock = new Sums<>();
    final Sums<Owing> debts = new Sums<>();
    final Sums<String> sold = new Sums<>();
    final Sums<String> bonuses = new Sums<>();
    final Sums<String> revoked = new Sums<>();
    final Sums<String> expiredAddOn = new Sums<>();
    private long period;
    private long granted;

    Tally(Flaws flaws) {
        this.flaws = flaws;
    }

    void add(Entry entry) {
        Transfer transfer = entry.transfer();
        Movements.objection(transfer).ifPresent(objection -> flaws.add(Kind.MOVEMENT, entry.seq(),
                "Entry %d %s.".formatted(entry.seq(), objection)));
        move(entry, transfer.from(), -transfer.credits().micros());
        move(entry, transfer.to(), transfer.credits().micros());
        if (transfer.type() == TransferType.GRANT && transfer.source() instanceof Source.Monthly(long number)) {
            granted = (number == period ? granted : 0) + transfer.credits().micros();
            period = number;
        }
    }

    private void move(Entry entry, Account account, long micros) {
        long before = of(account);
        long after = before + micros;
        accounts.put(account, after);
        boolean below = account.kind() == Account.Kind.STOCK && before >= 0 && after < 0;
        boolean partBelow = movePart(entry.transfer(), account, micros);
        if (below || partBelow) {
            flaws.add(Kind.MOVEMENT, entry.seq(), "Entry %d takes more from %s than there was.".formatted(entry.seq(),
                    part(entry.transfer(), account)));
        }
    }

    private static String part(Transfer transfer, Account account) {
        Source source = transfer.source();
        if (account == Account.HELD) {
            return "hold " + transfer.cause().hold();
        }
        return account == Account.DEBT ? "the debt of " + Owing.of(transfer.cause())
                : account.key() + (source == null ? "" : " (" + source.code() + ")");
    }

    /** @return whether the part of the account that the credits belong to went below zero */
    private boolean movePart(Transfer transfer, Account account, long micros) {
        return switch (account) {
            case MONTHLY, PROMOTIONAL, ADD_ON -> transfer.source() != null && stock.add(transfer.source(), micros);
            case HELD -> transfer.source() != null && moveHeld(transfer.cause().hold(), transfer.source(), micros);
            case DEBT -> debts.add(Owing.of(transfer.cause()), -micros);
            case SOLD -> addTo(sold, transfer.cause().purchase(), -micros);
            case GIFTED -> addTo(bonuses, transfer.cause().purchase(), -micros);
            case REVOKED -> addTo(revoked, transfer.cause().purchase(), micros);
            case EXPIRED -> transfer.source() instanceof Source.AddOn(String purchase)
                    && addTo(expiredAddOn, purchase, micros);
            case ISSUED, SPENT -> false;
        };
    }

    private static boolean addTo(Sums<String> sums, @Nullable String purchase, long micros) {
        return purchase != null && sums.add(purchase, micros);
    }

    private boolean moveHeld(@Nullable Long hold, Source source, long micros) {
        if (hold == null) {
            return false;
        }
        Sums<Source> held = holds.computeIfAbsent(hold, _ -> new Sums<>());
        boolean below = held.add(source, micros);
        if (held.left().isEmpty()) {
            holds.remove(hold);
        }
        return below;
    }

    /** @return in micro-credits; sources and debt are below zero */
    long of(Account account) {
        return accounts.getOrDefault(account, 0L);
    }

    /** @return what the hold has set aside, by source, which is forgotten */
    Map<Source, Long> takeHold(long number) {
        Sums<Source> held = holds.remove(number);
        return held == null ? Map.of() : held.left();
    }

    /** @return what each hold has set aside, by source */
    Map<Long, Sums<Source>> holds() {
        return holds;
    }

    /** @return what the period with this number was granted */
    long granted(long number) {
        return number == period ? granted : 0;
    }
}
