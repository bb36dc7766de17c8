/** Balances as they change, for whoever listens. */
@NullMarked
package scrip.application.live;

import org.jspecify.annotations.NullMarked;
