package scrip.web.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.pool.Charge;
import scrip.web.page.AmountText;
import scrip.web.settings.CreditsCards;

/** Writes charges out as receipts. */
public final class Receipts {

    private Receipts() {}

    /** @param held what its hold had set aside, or null if that is not known or there was none */
    public static Receipt of(Charge charge, @Nullable Credits held) {
        return new Receipt("#" + charge.number(), CreditsCards.text(charge.credits()), charge.receipt().rateCard(),
                charge.receipt().lines().stream().map(Receipts::line).toList(), taken(charge),
                held == null ? null : CreditsCards.text(held), CreditsCards.textOrNull(charge.waived()),
                CreditsCards.textOrNull(charge.refunded()), charge.late(), charge.work().ownKey());
    }

    private static Receipt.Line line(scrip.domain.pricing.Receipt.Line line) {
        return new Receipt.Line(line.model(), kind(line.kind()), AmountText.count(line.tokens()),
                CreditsCards.text(line.perMillion()), exact(line.credits()));
    }

    private static String kind(String kind) {
        return kind.equals("cached_input") ? "cachedInput" : kind;
    }

    /** Lines are exact; only their sum is rounded up to the card's increment. */
    private static String exact(BigDecimal credits) {
        BigDecimal plain = credits.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static List<Receipt.Taken> taken(Charge charge) {
        List<Receipt.Taken> taken = new ArrayList<>();
        add(taken, "monthly", charge.slices().of(Account.MONTHLY));
        add(taken, "promotional", charge.slices().of(Account.PROMOTIONAL));
        add(taken, "addOn", charge.slices().of(Account.ADD_ON));
        add(taken, "debt", charge.debt());
        return taken;
    }

    private static void add(List<Receipt.Taken> taken, String part, Credits credits) {
        if (credits.isPositive()) {
            taken.add(new Receipt.Taken(part, CreditsCards.text(credits)));
        }
    }
}
