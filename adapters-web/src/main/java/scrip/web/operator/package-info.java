/** The operator console as its templates see it. */
@NullMarked
package scrip.web.operator;

import org.jspecify.annotations.NullMarked;
