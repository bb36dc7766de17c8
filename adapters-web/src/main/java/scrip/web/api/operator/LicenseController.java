package scrip.web.api.operator;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.workspace.Workspaces;
import scrip.domain.license.License;
import scrip.domain.pool.PoolId;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.license.LicenseJson;

/** A workspace's license (rules 1 to 6). */
@RestController
@RequestMapping("/api/v1/operator/workspaces/{slug}/license")
public final class LicenseController {

    private final Workspaces workspaces;
    private final WorkspacePaths paths;

    public LicenseController(Workspaces workspaces, WorkspacePaths paths) {
        this.workspaces = workspaces;
        this.paths = paths;
    }

    @PutMapping
    public ResponseEntity<byte[]> enter(ApiRequest request, @PathVariable String slug) {
        PoolId pool = paths.pool(slug);
        License license = request.body(LicenseJson::read);
        workspaces.enter(pool, license);
        return Answers.ok(LicenseJson.of(license));
    }

    @DeleteMapping
    public ResponseEntity<byte[]> end(ApiRequest request, @PathVariable String slug) {
        workspaces.endLicense(paths.pool(slug));
        return Answers.nothing();
    }
}
