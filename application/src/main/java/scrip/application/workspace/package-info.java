/** Workspaces, their members and API keys. */
@NullMarked
package scrip.application.workspace;

import org.jspecify.annotations.NullMarked;
