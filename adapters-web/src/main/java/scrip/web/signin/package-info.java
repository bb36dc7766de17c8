/** The sign-in page as its template sees it. */
@NullMarked
package scrip.web.signin;

import org.jspecify.annotations.NullMarked;
