/** The real browser that pages are looked at with. */
@NullMarked
package scrip.web.browser;

import org.jspecify.annotations.NullMarked;
