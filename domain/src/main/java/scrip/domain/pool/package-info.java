/** A pool of credits as a pure value: every decision about credits is made here (rules 1 to 19). */
@NullMarked
package scrip.domain.pool;

import org.jspecify.annotations.NullMarked;
