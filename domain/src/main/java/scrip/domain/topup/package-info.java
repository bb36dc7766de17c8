/** Automatic top-ups: when add-on credits are bought with a saved card because a pool runs low. */
@NullMarked
package scrip.domain.topup;

import org.jspecify.annotations.NullMarked;
