/** Dropping what is no longer needed from the tables. */
@NullMarked
package scrip.persistence.upkeep;

import org.jspecify.annotations.NullMarked;
