/** Why a balance is what it is: what led from one to another (rule 30). */
@NullMarked
package scrip.domain.explain;

import org.jspecify.annotations.NullMarked;
