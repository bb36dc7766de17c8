/** What was purchased, and the periods it renews in (rules 1 to 6). */
@NullMarked
package scrip.domain.license;

import org.jspecify.annotations.NullMarked;
