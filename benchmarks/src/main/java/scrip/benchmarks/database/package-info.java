/** The database server under load, and schemas on it. */
@NullMarked
package scrip.benchmarks.database;

import org.jspecify.annotations.NullMarked;
