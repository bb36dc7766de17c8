/** Reading JSON strictly, with every complaint in the contract's words, and writing it. */
@NullMarked
package scrip.web.api.json;

import org.jspecify.annotations.NullMarked;
