/** The beans of the application, built in sight, and its settings. */
@NullMarked
package scrip.web.wiring;

import org.jspecify.annotations.NullMarked;
