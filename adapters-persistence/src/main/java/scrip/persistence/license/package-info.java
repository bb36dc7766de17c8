/** The instance's id in the database. */
@NullMarked
package scrip.persistence.license;

import org.jspecify.annotations.NullMarked;
