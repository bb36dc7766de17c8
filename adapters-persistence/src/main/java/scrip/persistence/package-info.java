/** The ports out on JDBC. */
@NullMarked
package scrip.persistence;

import org.jspecify.annotations.NullMarked;
