/** Who may call: API keys, the operator's key, and how often one may guess. */
@NullMarked
package scrip.web.api.security;

import org.jspecify.annotations.NullMarked;
