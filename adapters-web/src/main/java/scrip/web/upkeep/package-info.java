/** The job that keeps the tables small. */
@NullMarked
package scrip.web.upkeep;

import org.jspecify.annotations.NullMarked;
