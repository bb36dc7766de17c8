package scrip.domain.audit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Account.Kind;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

import static scrip.domain.ledger.Account.ADD_ON;
import static scrip.domain.ledger.Account.DEBT;
import static scrip.domain.ledger.Account.EXPIRED;
import static scrip.domain.ledger.Account.GIFTED;
import static scrip.domain.ledger.Account.HELD;
import static scrip.domain.ledger.Account.ISSUED;
import static scrip.domain.ledger.Account.MONTHLY;
import static scrip.domain.ledger.Account.PROMOTIONAL;
import static scrip.domain.ledger.Account.REVOKED;
import static scrip.domain.ledger.Account.SOLD;
import static scrip.domain.ledger.Account.SPENT;

/** Which accounts credits may move between, for each reason to move them. */
final class Movements {

    private static final Set<Account> STOCK = EnumSet.of(MONTHLY, PROMOTIONAL, ADD_ON);
    private static final Map<TransferType, Ways> LEGAL = new EnumMap<>(TransferType.class);

    static {
        LEGAL.put(TransferType.GRANT, way(EnumSet.of(ISSUED), EnumSet.of(MONTHLY)));
        LEGAL.put(TransferType.PURCHASE, way(EnumSet.of(SOLD), EnumSet.of(ADD_ON)));
        LEGAL.put(TransferType.GIFT, way(EnumSet.of(GIFTED), EnumSet.of(PROMOTIONAL)));
        LEGAL.put(TransferType.EXPIRY, way(EnumSet.of(MONTHLY, PROMOTIONAL, ADD_ON, HELD, REVOKED),
                EnumSet.of(EXPIRED)));
        LEGAL.put(TransferType.EXPIRY_REVERSAL, way(EnumSet.of(EXPIRED), EnumSet.of(ADD_ON)));
        LEGAL.put(TransferType.HOLD, way(STOCK, EnumSet.of(HELD)));
        LEGAL.put(TransferType.RETURN, way(EnumSet.of(HELD), STOCK));
        LEGAL.put(TransferType.LAPSE, way(EnumSet.of(HELD), STOCK));
        LEGAL.put(TransferType.SPEND, way(EnumSet.of(MONTHLY, PROMOTIONAL, ADD_ON, HELD), EnumSet.of(SPENT)));
        LEGAL.put(TransferType.MAKE_GOOD, way(EnumSet.of(SPENT), EnumSet.of(MONTHLY, PROMOTIONAL, ADD_ON, DEBT)));
        LEGAL.put(TransferType.REFUND, way(EnumSet.of(PROMOTIONAL, ADD_ON), EnumSet.of(REVOKED)));
        LEGAL.put(TransferType.DISPUTE, way(EnumSet.of(PROMOTIONAL, ADD_ON), EnumSet.of(REVOKED)));
        LEGAL.put(TransferType.REINSTATEMENT, way(EnumSet.of(REVOKED), EnumSet.of(MONTHLY, PROMOTIONAL, ADD_ON, DEBT)));
        LEGAL.put(TransferType.DEBT, way(EnumSet.of(DEBT), EnumSet.of(SPENT, REVOKED)));
        LEGAL.put(TransferType.REPAYMENT, way(STOCK, EnumSet.of(DEBT)));
    }

    private record Ways(Set<Account> from, Set<Account> to) {}

    private Movements() {}

    private static Ways way(Set<Account> from, Set<Account> to) {
        return new Ways(from, to);
    }

    /** @return what is wrong with a transfer, to follow the words "Entry 12 " */
    static Optional<String> objection(Transfer transfer) {
        Ways ways = LEGAL.get(transfer.type());
        if (ways == null || !ways.from.contains(transfer.from()) || !ways.to.contains(transfer.to())) {
            return Optional.of("moves credits from %s to %s, which no %s does".formatted(transfer.from().key(),
                    transfer.to().key(), transfer.type().key()));
        }
        if (touches(HELD, transfer) && transfer.cause().hold() == null) {
            return Optional.of("moves held credits of no hold");
        }
        return sourceFits(transfer) ? Optional.empty()
                : Optional.of("does not name the source of its credits");
    }

    private static boolean touches(Account account, Transfer transfer) {
        return transfer.from() == account || transfer.to() == account;
    }

    /** Credits of the stock have a source of their account; debt that is made or forgiven has none. */
    private static boolean sourceFits(Transfer transfer) {
        Source source = transfer.source();
        boolean stockless = transfer.from() == DEBT || (transfer.to() == DEBT && transfer.from().kind() != Kind.STOCK);
        if (source == null || stockless) {
            return source == null && stockless;
        }
        return fits(transfer.from(), source) && fits(transfer.to(), source);
    }

    private static boolean fits(Account account, Source source) {
        return !STOCK.contains(account) || account == source.account();
    }
}
