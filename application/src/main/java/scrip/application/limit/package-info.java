/** Limits per builder (rule 24), as they are set and looked at. */
@NullMarked
package scrip.application.limit;

import org.jspecify.annotations.NullMarked;
