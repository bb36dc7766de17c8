/** Purchases and the inbox of the gateway's events. */
@NullMarked
package scrip.persistence.purchase;

import org.jspecify.annotations.NullMarked;
