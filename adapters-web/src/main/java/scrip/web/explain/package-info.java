/** Explaining balances over HTTP. */
@NullMarked
package scrip.web.explain;

import org.jspecify.annotations.NullMarked;
