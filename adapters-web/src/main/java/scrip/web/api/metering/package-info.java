/** Holds, settlements, charges and batches over HTTP. */
@NullMarked
package scrip.web.api.metering;

import org.jspecify.annotations.NullMarked;
