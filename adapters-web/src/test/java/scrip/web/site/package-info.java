/** The pages of a running application: who gets where, and the whole purchase in a real browser. */
@NullMarked
package scrip.web.site;

import org.jspecify.annotations.NullMarked;
