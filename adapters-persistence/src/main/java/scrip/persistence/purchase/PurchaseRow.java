package scrip.persistence.purchase;

import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Purchase.Checkout;
import scrip.domain.purchase.Purchase.Payment;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** A purchase as a row. */
public record PurchaseRow(Purchase purchase) {

    /** The columns that {@link #of(Cells)} reads, of a table named b. */
    public static final String COLUMNS = """
            b.id, b.pool, b.status, b.credits, b.bonus, b.currency, b.subtotal, b.discount, b.promo_code, b.buyer,
            b.created_at, b.session, b.checkout_url, b.expires_at, b.paid_at, b.intent, b.receipt_url,
            b.tax, b.reversals""";

    public static PurchaseRow of(Cells cells) throws SQLException {
        String id = cells.text();
        PoolId pool = new PoolId(cells.number());
        Purchase.Status status = Purchase.Status.ofKey(cells.text());
        Credits credits = cells.credits();
        Credits bonus = cells.credits();
        String currency = cells.text();
        Order order = new Order(credits, bonus, Money.of(cells.number(), currency), Money.of(cells.number(), currency),
                cells.textOrNull(), cells.textOrNull(), cells.instant());
        return new PurchaseRow(new Purchase(id, pool, order, status, checkout(cells), payment(cells),
                ReversalsText.parse(cells.textOrNull())));
    }

    private static @Nullable Checkout checkout(Cells cells) throws SQLException {
        String session = cells.textOrNull();
        String url = cells.textOrNull();
        Instant expiresAt = cells.instantOrNull();
        return session == null || url == null || expiresAt == null ? null : new Checkout(session, url, expiresAt);
    }

    private static @Nullable Payment payment(Cells cells) throws SQLException {
        Instant paidAt = cells.instantOrNull();
        String intent = cells.textOrNull();
        String receiptUrl = cells.textOrNull();
        long tax = cells.number();
        return paidAt == null ? null : new Payment(paidAt, intent, receiptUrl, tax);
    }

    public Sql insert() {
        Order order = purchase.order();
        Checkout checkout = purchase.checkout();
        Payment payment = purchase.payment();
        return Sql.of("""
                INSERT INTO purchase (id, pool, status, credits, bonus, currency, subtotal, discount, promo_code, buyer,
                    created_at, session, checkout_url, expires_at, paid_at, intent, receipt_url, tax, reversals,
                    refunding_since)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                purchase.id(), purchase.pool().value(), purchase.status().key(), order.credits().micros(),
                order.bonus().micros(), order.subtotal().currency(), order.subtotal().minorUnits(),
                order.discount().minorUnits(), order.promoCode(), order.buyer(), Micros.of(order.createdAt()),
                checkout == null ? null : checkout.session(), checkout == null ? null : checkout.url(),
                checkout == null ? null : Micros.of(checkout.expiresAt()),
                payment == null ? null : Micros.of(payment.paidAt()), payment == null ? null : payment.intent(),
                payment == null ? null : payment.receiptUrl(), payment == null ? 0 : payment.tax(),
                ReversalsText.of(purchase.reversals()), refundingSince());
    }

    /** All that can change of a purchase: what was ordered stays as it was. */
    public Sql update() {
        Checkout checkout = purchase.checkout();
        Payment payment = purchase.payment();
        return Sql.of("""
                UPDATE purchase SET status = ?, session = ?, checkout_url = ?, expires_at = ?,
                    paid_at = ?, intent = ?, receipt_url = ?, tax = ?, reversals = ?, refunding_since = ?
                WHERE id = ? AND pool = ?""", purchase.status().key(),
                checkout == null ? null : checkout.session(), checkout == null ? null : checkout.url(),
                checkout == null ? null : Micros.of(checkout.expiresAt()),
                payment == null ? null : Micros.of(payment.paidAt()), payment == null ? null : payment.intent(),
                payment == null ? null : payment.receiptUrl(), payment == null ? 0 : payment.tax(),
                ReversalsText.of(purchase.reversals()), refundingSince(), purchase.id(), purchase.pool().value());
    }

    private @Nullable Long refundingSince() {
        return purchase.refundPendingSince().map(Micros::of).orElse(null);
    }
}
