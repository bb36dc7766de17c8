/** Verifying that all that is kept is what the ledgers say, while everything runs (rule 30). */
@NullMarked
package scrip.application.audit;

import org.jspecify.annotations.NullMarked;
