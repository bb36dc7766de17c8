/** Balance, ledger, usage and catalogue over HTTP. */
@NullMarked
package scrip.web.api.reading;

import org.jspecify.annotations.NullMarked;
