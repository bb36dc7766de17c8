/** The clock that drives every rule. */
@NullMarked
package scrip.application.clock;

import org.jspecify.annotations.NullMarked;
