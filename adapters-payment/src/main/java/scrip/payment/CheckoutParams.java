package scrip.payment;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutOrder;

/** Says in Stripe's words what is to be paid on a page, with what is configured of invoices and taxes. */
final class CheckoutParams {

    private final StripeProperties settings;

    CheckoutParams(StripeProperties settings) {
        this.settings = settings;
    }

    /** @param coupon takes its amount off once, null for none */
    SessionCreateParams of(CheckoutOrder order, @Nullable String coupon) {
        SessionCreateParams.Builder params = SessionCreateParams.builder().setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(order.purchase()).putMetadata(StripeReading.PURCHASE, order.purchase())
                .putMetadata(StripeReading.POOL, order.pool()).setPaymentIntentData(onThePayment(order))
                .setSuccessUrl(order.returns().success()).setCancelUrl(order.returns().cancel().toString())
                .setExpiresAt(order.expiresAt().getEpochSecond()).addLineItem(line(order));
        if (coupon != null) {
            params.addDiscount(SessionCreateParams.Discount.builder().setCoupon(coupon).build());
        }
        if (settings.invoices()) {
            params.setInvoiceCreation(SessionCreateParams.InvoiceCreation.builder().setEnabled(true).build());
        }
        if (settings.tax()) {
            params.setAutomaticTax(SessionCreateParams.AutomaticTax.builder().setEnabled(true).build());
        }
        addBuyer(params, order);
        return params.build();
    }

    /** The payment carries the purchase's id too, so that it is found from Stripe's dashboard. */
    private static SessionCreateParams.PaymentIntentData onThePayment(CheckoutOrder order) {
        return SessionCreateParams.PaymentIntentData.builder().putMetadata(StripeReading.PURCHASE, order.purchase())
                .putMetadata(StripeReading.POOL, order.pool()).build();
    }

    private void addBuyer(SessionCreateParams.Builder params, CheckoutOrder order) {
        String customer = order.buyer().customer();
        String email = order.buyer().email();
        if (customer != null) {
            params.setCustomer(customer);
            if (settings.tax()) {
                params.setCustomerUpdate(SessionCreateParams.CustomerUpdate.builder()
                        .setAddress(SessionCreateParams.CustomerUpdate.Address.AUTO).build());
            }
        } else if (email != null) {
            params.setCustomerEmail(email);
        }
    }

    /** Hundreds of credits at the price of a hundred; where that is no whole number of cents, the sum as one piece. */
    private LineItem line(CheckoutOrder order) {
        long subtotal = order.price().subtotal().minorUnits();
        boolean divides = subtotal % order.hundreds() == 0;
        String name = divides ? settings.productName() : order.hundreds() + " × " + settings.productName();
        LineItem.PriceData price = LineItem.PriceData.builder().setCurrency(order.price().subtotal().currency())
                .setUnitAmount(divides ? subtotal / order.hundreds() : subtotal)
                .setProductData(LineItem.PriceData.ProductData.builder().setName(name).build()).build();
        return LineItem.builder().setQuantity(divides ? order.hundreds() : 1L).setPriceData(price).build();
    }
}
