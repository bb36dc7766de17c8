package scrip.persistence.workspace;

import java.sql.SQLException;

import scrip.application.workspace.Workspace;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** A workspace as a row. */
record WorkspaceRow(Workspace workspace) {

    static final String SELECT = "SELECT pool, slug, name, created_at FROM workspace ";

    static WorkspaceRow of(Cells cells) throws SQLException {
        return new WorkspaceRow(
                new Workspace(new PoolId(cells.number()), cells.text(), cells.text(), cells.instant()));
    }

    Sql insert() {
        return Sql.of("INSERT INTO workspace (pool, slug, name, created_at) VALUES (?, ?, ?, ?)",
                workspace.pool().value(), workspace.slug(), workspace.name(), Micros.of(workspace.createdAt()));
    }
}
