package scrip.web.api.operator;

import java.time.Instant;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.web.api.json.Kinds;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Workspaces, each with its pool. */
@RestController
public final class WorkspacesController {

    private static final int LONGEST_NAME = 100;

    private final Workspaces workspaces;
    private final WorkspacePaths paths;

    public WorkspacesController(Workspaces workspaces, WorkspacePaths paths) {
        this.workspaces = workspaces;
        this.paths = paths;
    }

    record WorkspaceJson(String slug, String name, Instant createdAt) {

        static WorkspaceJson of(Workspace workspace) {
            return new WorkspaceJson(workspace.slug(), workspace.name(), workspace.createdAt());
        }
    }

    @PutMapping("/api/v1/operator/workspaces/{slug}")
    public ResponseEntity<byte[]> put(ApiRequest request, @PathVariable String slug) {
        paths.checkNew(slug);
        String name = request.body(in -> in.required("name", Kinds.text(LONGEST_NAME)).orNull());
        boolean isNew = workspaces.put(slug, name);
        return Answers.put(isNew, WorkspaceJson.of(paths.find(slug)));
    }
}
