package scrip.domain.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.CreditPool;

/** All that is compared between the domain and the model, in micro-credits. */
record Balance(long monthly, long heldMonthly, long promotional, long heldPromotional, long addOn, long heldAddOn,
        long held, long debt, @Nullable Instant addOnEnd, Instant periodStart, Instant periodEnd, long granted,
        boolean licensed) {

    static Balance of(CreditPool pool) {
        return new Balance(pool.stock().monthly().micros(), pool.held().monthly().micros(),
                pool.stock().promotional().micros(), pool.held().promotional().micros(),
                pool.stock().addOn().available().micros(), pool.held().addOn().micros(), pool.held().total().micros(),
                pool.debt().micros(), pool.stock().addOn().endsAt(), pool.period().startInclusive(),
                pool.period().endExclusive(), pool.period().granted().micros(), pool.period().licensed());
    }
}
