/**
 * A stand-in for Stripe inside this application: the part of its API that our adapter uses, a page to pay on, and signed
 * events, so that the whole way of a purchase runs without an account and without money.
 */
@NullMarked
package scrip.payment.sandbox;

import org.jspecify.annotations.NullMarked;
