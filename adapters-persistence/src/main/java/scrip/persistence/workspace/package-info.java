/** Workspaces, their members and API keys. */
@NullMarked
package scrip.persistence.workspace;

import org.jspecify.annotations.NullMarked;
