/** The HTTP API under /api/v1 and the webhook endpoint, wired in sight. */
@NullMarked
package scrip.web.api;

import org.jspecify.annotations.NullMarked;
