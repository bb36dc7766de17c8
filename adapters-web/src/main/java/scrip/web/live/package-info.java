/** Streams of balances as they change, for services and for pages. */
@NullMarked
package scrip.web.live;

import org.jspecify.annotations.NullMarked;
