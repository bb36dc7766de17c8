/** Usage and history: charges, their receipts and explained balances, as the template sees them. */
@NullMarked
package scrip.web.usage;

import org.jspecify.annotations.NullMarked;
