/** What has to hold before Scrip starts, said in plain words if it does not. */
@NullMarked
package scrip.web.start;

import org.jspecify.annotations.NullMarked;
