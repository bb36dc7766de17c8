/** Automatic top-ups in the database. */
@NullMarked
package scrip.persistence.topup;

import org.jspecify.annotations.NullMarked;
