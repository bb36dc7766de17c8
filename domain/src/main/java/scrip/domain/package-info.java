/** The rules of credits as pure functions. */
@NullMarked
package scrip.domain;

import org.jspecify.annotations.NullMarked;
