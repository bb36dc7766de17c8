/** What the operator does over HTTP. */
@NullMarked
package scrip.web.api.operator;

import org.jspecify.annotations.NullMarked;
