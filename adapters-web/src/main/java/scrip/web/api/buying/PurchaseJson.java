package scrip.web.api.buying;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.purchase.Purchase;

/** A purchase as it goes out. */
record PurchaseJson(String id, String status, BigDecimal credits, BigDecimal bonus, MoneyJson amount,
        @Nullable String promoCode, Instant createdAt, @Nullable Instant paidAt, @Nullable String receiptUrl) {

    record All(List<PurchaseJson> purchases) {}

    /** A purchase that has just been ordered, with the page to pay it on. */
    record Ordered(String id, String status, @Nullable String checkoutUrl, MoneyJson amount, BigDecimal credits,
            BigDecimal bonus) {

        static Ordered of(Purchase purchase) {
            Purchase.Checkout checkout = purchase.checkout();
            return new Ordered(purchase.id(), purchase.status().key(), checkout == null ? null : checkout.url(),
                    MoneyJson.of(purchase.order().total()), purchase.order().credits().toDecimal(),
                    purchase.order().bonus().toDecimal());
        }
    }

    static PurchaseJson of(Purchase purchase) {
        Purchase.Payment payment = purchase.payment();
        return new PurchaseJson(purchase.id(), purchase.status().key(), purchase.order().credits().toDecimal(),
                purchase.order().bonus().toDecimal(), MoneyJson.of(purchase.order().total()),
                purchase.order().promoCode(), purchase.createdAt(), payment == null ? null : payment.paidAt(),
                payment == null ? null : payment.receiptUrl());
    }
}
