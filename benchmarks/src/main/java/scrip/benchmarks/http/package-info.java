/** The real application under load from another process, through its whole security chain. */
@NullMarked
package scrip.benchmarks.http;

import org.jspecify.annotations.NullMarked;
