/** Demo data, made by the real use cases, and the words that tell how to get at it. */
@NullMarked
package scrip.web.demo;

import org.jspecify.annotations.NullMarked;
