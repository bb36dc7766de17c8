/** Callers, pools and the figures that they come to. */
@NullMarked
package scrip.benchmarks.load;

import org.jspecify.annotations.NullMarked;
