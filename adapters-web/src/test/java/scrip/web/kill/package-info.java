/** Kills the real process between the steps of a purchase. */
@NullMarked
package scrip.web.kill;

import org.jspecify.annotations.NullMarked;
