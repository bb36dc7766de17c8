/** Every template with sample view models: rendered without an application, and looked at in a browser. */
@NullMarked
package scrip.web.gallery;

import org.jspecify.annotations.NullMarked;
