/** The desk: where requests for one pool meet, are decided together and become durable. */
@NullMarked
package scrip.application.pool;

import org.jspecify.annotations.NullMarked;
