/** Where in Scrip a request goes and as whom: the deployments' addresses, workspaces, and who may visit them. */
@NullMarked
package scrip.web.place;

import org.jspecify.annotations.NullMarked;
