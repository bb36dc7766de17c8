package scrip.web.api.metering;

import java.math.BigDecimal;

import scrip.domain.ledger.Account;
import scrip.domain.pool.Slices;

/** Where credits were taken from, or went back to. */
record Taken(BigDecimal monthly, BigDecimal promotional, BigDecimal addOn) {

    static Taken of(Slices slices) {
        return new Taken(slices.of(Account.MONTHLY).toDecimal(), slices.of(Account.PROMOTIONAL).toDecimal(),
                slices.of(Account.ADD_ON).toDecimal());
    }
}
