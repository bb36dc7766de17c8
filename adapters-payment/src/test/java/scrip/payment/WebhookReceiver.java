package scrip.payment;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.VerifiedEvent;

/** Our webhook's place in these tests: verifies what the sandbox delivers and keeps it. */
@RestController
class WebhookReceiver {

    private final PaymentGateway gateway;
    private final BlockingQueue<VerifiedEvent> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusing = new AtomicInteger();

    WebhookReceiver(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> receive(@RequestBody byte[] body,
            @RequestHeader(name = "Stripe-Signature", required = false) String signature) {
        if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return ResponseEntity.status(503).build();
        }
        Optional<VerifiedEvent> event = gateway.verify(body, signature);
        event.ifPresent(received::add);
        return ResponseEntity.status(event.isPresent() ? 200 : 400).build();
    }

    void refuseNext(int deliveries) {
        refusing.set(deliveries);
    }

    void forget() {
        received.clear();
    }

    /** Waits for an event of that type; others that come before it are let go. */
    VerifiedEvent await(String type) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            VerifiedEvent event = received.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                break;
            }
            if (event.type().equals(type)) {
                return event;
            }
        }
        throw new AssertionError("no event " + type + " was delivered");
    }
}
