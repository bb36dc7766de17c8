package scrip.web.verify;

import scrip.application.workspace.Workspace;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.pool.PoolId;

/** Names pools as the operator knows them. */
final class PoolNames {

    private final WorkspaceStore workspaces;

    PoolNames(WorkspaceStore workspaces) {
        this.workspaces = workspaces;
    }

    /** @return the slug of its workspace, or its number if it has lost that */
    String of(PoolId pool) {
        return workspaces.byPool(pool).map(Workspace::slug).orElse("pool " + pool.value());
    }
}
