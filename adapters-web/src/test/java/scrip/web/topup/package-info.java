@NullMarked
package scrip.web.topup;

import org.jspecify.annotations.NullMarked;
