/** Dropping what is no longer needed, so that the tables of every request stay small. */
@NullMarked
package scrip.application.upkeep;

import org.jspecify.annotations.NullMarked;
