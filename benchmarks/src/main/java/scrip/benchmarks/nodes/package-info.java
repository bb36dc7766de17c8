/** Several application nodes on one database. */
@NullMarked
package scrip.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
