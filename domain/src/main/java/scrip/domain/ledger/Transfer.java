package scrip.domain.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * One movement of credits from an account to another (rule 30).
 *
 * @param dueAt
 *            when it happened by the rules, whenever it was written
 * @param source
 *            which part of the stock it took from or gave to; null where no stock but {@code held} is touched without
 *            one
 * @param credits
 *            above zero
 */
public record Transfer(Instant dueAt, TransferType type, Account from, Account to, Credits credits,
        @Nullable Source source, Cause cause) {

    public Transfer {
        if (!credits.isPositive() || from == to) {
            throw new IllegalArgumentException("a transfer moves something: " + credits + " " + from + " → " + to);
        }
    }
}
