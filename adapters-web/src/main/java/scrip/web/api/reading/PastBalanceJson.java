package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;

/** A balance of the past, as the sums of the ledger's rows due by then tell it (rule 30). */
record PastBalanceJson(Instant asOf, BigDecimal available, BigDecimal held, BigDecimal debt, Part monthly,
        Part promotional, Part addOn) {

    /** One kind of credits. */
    record Part(BigDecimal available) {}

    static PastBalanceJson of(Instant at, Map<Account, Long> sums) {
        long monthly = sums.getOrDefault(Account.MONTHLY, 0L);
        long promotional = sums.getOrDefault(Account.PROMOTIONAL, 0L);
        long addOn = sums.getOrDefault(Account.ADD_ON, 0L);
        return new PastBalanceJson(at, credits(monthly + promotional + addOn),
                credits(sums.getOrDefault(Account.HELD, 0L)), credits(-sums.getOrDefault(Account.DEBT, 0L)),
                new Part(credits(monthly)), new Part(credits(promotional)), new Part(credits(addOn)));
    }

    private static BigDecimal credits(long micros) {
        return Credits.ofMicros(micros).toDecimal();
    }
}
