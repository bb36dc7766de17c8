/** The port to the payment gateway: what a purchase asks of it, and the news that it tells (rules 25, 26, 28, 29). */
@NullMarked
package scrip.application.payment;

import org.jspecify.annotations.NullMarked;
