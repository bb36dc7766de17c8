/** The adjustable clock. */
@NullMarked
package scrip.persistence.clock;

import org.jspecify.annotations.NullMarked;
