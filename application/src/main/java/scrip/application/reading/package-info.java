/** Balances, ledger and usage; never locks. */
@NullMarked
package scrip.application.reading;

import org.jspecify.annotations.NullMarked;
