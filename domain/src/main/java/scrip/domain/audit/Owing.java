package scrip.domain.audit;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Cause;

/** Whose debt it is: of a charge, by its number, else of a purchase, by its id. */
record Owing(@Nullable Long charge, @Nullable String purchase) {

    static Owing of(Cause cause) {
        return cause.charge() != null ? new Owing(cause.charge(), null) : new Owing(null, cause.purchase());
    }

    @Override
    public String toString() {
        return charge != null ? "charge " + charge : "purchase " + purchase;
    }
}
