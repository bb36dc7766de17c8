/** Settings: License or Subscription, with the AI credits card, as its template sees it. */
@NullMarked
package scrip.web.settings;

import org.jspecify.annotations.NullMarked;
