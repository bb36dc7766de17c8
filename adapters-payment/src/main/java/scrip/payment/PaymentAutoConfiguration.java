package scrip.payment;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Plugs the payment port into the application: every bean of this adapter is built here, in sight. */
@AutoConfiguration
public class PaymentAutoConfiguration {}
