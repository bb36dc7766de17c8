package scrip.domain.explain;

import java.util.Map;

import scrip.domain.ledger.Account;

/** What can be spent, what is on hold and what is owed, or how these changed; in micro-credits, a change with its sign. */
public record Parts(long available, long held, long debt) {

    public static final Parts NOTHING = new Parts(0, 0, 0);

    /**
     * @param accounts
     *            what each account holds; debt is below zero
     */
    public static Parts of(Map<Account, Long> accounts) {
        Parts sum = NOTHING;
        for (Map.Entry<Account, Long> account : accounts.entrySet()) {
            sum = sum.plus(account.getKey(), account.getValue());
        }
        return sum;
    }

    /** @return this after the movement */
    Parts plus(Movement movement) {
        long micros = movement.credits().micros();
        return plus(movement.from(), -micros).plus(movement.to(), micros);
    }

    private Parts plus(Account account, long micros) {
        return switch (account) {
            case MONTHLY, PROMOTIONAL, ADD_ON -> new Parts(Math.addExact(available, micros), held, debt);
            case HELD -> new Parts(available, Math.addExact(held, micros), debt);
            case DEBT -> new Parts(available, held, Math.subtractExact(debt, micros));
            case ISSUED, SOLD, GIFTED, SPENT, EXPIRED, REVOKED -> this;
        };
    }
}
