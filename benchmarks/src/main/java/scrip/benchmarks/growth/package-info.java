/** Ledgers of many sizes, and whether they are in order. */
@NullMarked
package scrip.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
