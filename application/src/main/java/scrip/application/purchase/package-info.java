/** Buying add-on credits: orders, checkouts, news from the gateway, fulfilment. */
@NullMarked
package scrip.application.purchase;

import org.jspecify.annotations.NullMarked;
