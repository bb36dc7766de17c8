/** The designs that are compared: the desk, a row lock for each request, and raw writes. */
@NullMarked
package scrip.benchmarks.design;

import org.jspecify.annotations.NullMarked;
