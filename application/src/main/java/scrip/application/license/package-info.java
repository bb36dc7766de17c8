/** License keys of self-hosted instances (rule 7). */
@NullMarked
package scrip.application.license;

import org.jspecify.annotations.NullMarked;
