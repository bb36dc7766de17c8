/** Credits on pages of others: short-lived tokens for their browsers, and what those open. */
@NullMarked
package scrip.web.api.embed;

import org.jspecify.annotations.NullMarked;
