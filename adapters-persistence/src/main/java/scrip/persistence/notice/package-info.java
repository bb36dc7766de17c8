/** Notices and their deliveries. */
@NullMarked
package scrip.persistence.notice;

import org.jspecify.annotations.NullMarked;
