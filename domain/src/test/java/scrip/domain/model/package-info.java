/** The rules of credits told a second time, as simply as can be, and set against the domain on long random sequences. */
@NullMarked
package scrip.domain.model;

import org.jspecify.annotations.NullMarked;
