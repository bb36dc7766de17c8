/** Quotes and purchases over HTTP, and the gateway's webhook. */
@NullMarked
package scrip.web.api.buying;

import org.jspecify.annotations.NullMarked;
