/** Explaining balances from the ledger; never locks. */
@NullMarked
package scrip.application.explain;

import org.jspecify.annotations.NullMarked;
