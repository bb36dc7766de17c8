/** Licenses as they come from outside: as fields, and as keys that a vendor has signed (rule 7). */
@NullMarked
package scrip.web.license;

import org.jspecify.annotations.NullMarked;
