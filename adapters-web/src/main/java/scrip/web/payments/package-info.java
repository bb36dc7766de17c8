/** What the operator sees and does about the payment gateway's news: the inbox, reconciliation and what differs. */
@NullMarked
package scrip.web.payments;

import org.jspecify.annotations.NullMarked;
