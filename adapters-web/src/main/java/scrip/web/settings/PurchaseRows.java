package scrip.web.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.workspace.Member;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** Writes purchases out as the table of purchases shows them. */
public final class PurchaseRows {

    private static final String NOBODY = "–";

    private final Map<String, String> names;
    private final Instant now;

    /**
     * @param members
     *            those whose names are known
     * @param now
     *            decides which payment pages are still open
     */
    public PurchaseRows(List<Member> members, Instant now) {
        this.names = members.stream().collect(Collectors.toMap(Member::email, Member::name));
        this.now = now;
    }

    public List<PurchaseRow> of(List<Purchase> purchases) {
        return purchases.stream().map(this::row).toList();
    }

    /** @return the row of one purchase */
    public PurchaseRow row(Purchase purchase) {
        Order order = purchase.order();
        Purchase.Payment payment = purchase.payment();
        return new PurchaseRow(Moment.day(payment == null ? order.createdAt() : payment.paidAt()),
                CreditsCards.text(order.credits()), CreditsCards.textOrNull(order.bonus()), money(order.total()),
                order.promoCode(), buyer(order.buyer()),
                purchase.status().key(), payment == null ? null : payment.receiptUrl(), resumeUrl(purchase));
    }

    private @Nullable String buyer(@Nullable String buyer) {
        if (buyer == null) {
            return NOBODY;
        }
        return buyer.equals(Order.AUTOMATIC) ? null : names.getOrDefault(buyer, buyer);
    }

    private @Nullable String resumeUrl(Purchase purchase) {
        Purchase.Checkout page = purchase.checkout();
        boolean open = purchase.status() == Purchase.Status.PENDING && page != null && page.expiresAt().isAfter(now);
        return open && page != null ? page.url() : null;
    }

    private static String money(Money money) {
        return AmountText.money(money.minorUnits(), money.currency());
    }
}
