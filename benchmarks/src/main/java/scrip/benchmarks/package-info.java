/** Load on Scrip beside other designs, each started by one command; not part of the product. */
@NullMarked
package scrip.benchmarks;

import org.jspecify.annotations.NullMarked;
