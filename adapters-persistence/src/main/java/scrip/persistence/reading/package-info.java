/** What was written of a pool, without locking. */
@NullMarked
package scrip.persistence.reading;

import org.jspecify.annotations.NullMarked;
