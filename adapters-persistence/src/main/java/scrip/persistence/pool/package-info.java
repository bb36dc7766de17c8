/** Pools with all that changes with them in one transaction. */
@NullMarked
package scrip.persistence.pool;

import org.jspecify.annotations.NullMarked;
