/** Statements, their values and their failures, for the stores of this adapter. */
@NullMarked
package scrip.persistence.sql;

import org.jspecify.annotations.NullMarked;
