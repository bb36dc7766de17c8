/** Accounts, transfers between them, and the hash chain that seals them (rule 30). */
@NullMarked
package scrip.domain.ledger;

import org.jspecify.annotations.NullMarked;
