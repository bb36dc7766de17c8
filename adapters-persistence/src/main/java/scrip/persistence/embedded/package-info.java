/**
 * A MariaDB server of the application's own, for when no database is named: started and stopped with it, its files in
 * one folder that survives restarts and crashes.
 */
@NullMarked
package scrip.persistence.embedded;

import org.jspecify.annotations.NullMarked;
