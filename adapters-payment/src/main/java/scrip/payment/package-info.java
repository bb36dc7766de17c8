/** The payment port on stripe-java. */
@NullMarked
package scrip.payment;

import org.jspecify.annotations.NullMarked;
