/** Which pools have changed, from the database. */
@NullMarked
package scrip.persistence.live;

import org.jspecify.annotations.NullMarked;
