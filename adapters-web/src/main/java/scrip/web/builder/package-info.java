/** The app builder with its chat panel and credit popover, as its template sees it. */
@NullMarked
package scrip.web.builder;

import org.jspecify.annotations.NullMarked;
