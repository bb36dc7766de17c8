@NullMarked
package scrip.web.usage;

import org.jspecify.annotations.NullMarked;
