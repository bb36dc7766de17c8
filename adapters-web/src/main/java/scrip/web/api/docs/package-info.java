/** The contract of the API as OpenAPI, and a page to try it. */
@NullMarked
package scrip.web.api.docs;

import org.jspecify.annotations.NullMarked;
