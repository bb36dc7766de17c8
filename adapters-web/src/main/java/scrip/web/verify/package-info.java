/** Verifying the ledgers: for the operator on a page and over HTTP, and as a command of the jar. */
@NullMarked
package scrip.web.verify;

import org.jspecify.annotations.NullMarked;
