/** Everything that is kept, as it is kept, for the verifier. */
@NullMarked
package scrip.persistence.audit;

import org.jspecify.annotations.NullMarked;
