/** What people are told of their credits without asking (rule 31). */
@NullMarked
package scrip.domain.notice;

import org.jspecify.annotations.NullMarked;
