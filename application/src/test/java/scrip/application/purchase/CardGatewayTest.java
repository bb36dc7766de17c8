package scrip.application.purchase;

import java.time.Instant;

import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentGateway;

class CardGatewayTest extends CardGatewayContract {

    private final CardGateway gateway = new CardGateway();

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected Instant now() {
        return CardGateway.NOW;
    }

    @Override
    protected void save(CheckoutReply.Opened page, boolean good) {
        gateway.save(page.session(), good);
    }
}
