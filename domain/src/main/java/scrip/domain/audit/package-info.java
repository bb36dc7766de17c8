/** Whether all that is kept of a pool is what its ledger says (rule 30). */
@NullMarked
package scrip.domain.audit;

import org.jspecify.annotations.NullMarked;
