/** Use cases and the ports in and out, without a framework. */
@NullMarked
package scrip.application;

import org.jspecify.annotations.NullMarked;
