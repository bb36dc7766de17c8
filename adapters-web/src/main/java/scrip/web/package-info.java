/** The Boot application and what carries requests to the use cases. */
@NullMarked
package scrip.web;

import org.jspecify.annotations.NullMarked;
