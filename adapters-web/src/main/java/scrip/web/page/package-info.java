/** What every page shares: the frame around it, moments, amounts, bars and notices as plain values. */
@NullMarked
package scrip.web.page;

import org.jspecify.annotations.NullMarked;
