package scrip.web.license;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.license.KeyRefusal;
import scrip.application.license.KeyReply;
import scrip.application.license.LicenseKeys;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** The license key of a self-hosted instance (rule 7). */
@RestController
@RequestMapping("/api/v1/operator/workspaces/instance/license-key")
public final class LicenseKeyController {

    private final LicenseKeys keys;
    private final Workspaces workspaces;

    public LicenseKeyController(LicenseKeys keys, Workspaces workspaces) {
        this.keys = keys;
        this.workspaces = workspaces;
    }

    /** @param instance what the vendor has to make keys for */
    record InstanceJson(String instance) {}

    @GetMapping
    public ResponseEntity<byte[]> show(ApiRequest request) {
        instance();
        return Answers.ok(new InstanceJson(keys.instance()));
    }

    @PutMapping
    public ResponseEntity<byte[]> update(ApiRequest request) {
        String key = request.body(in -> in.required("key", Kinds.text(SignedKeys.LONGEST)).orNull());
        if (!keys.isSelfHosted()) {
            throw refused(KeyRefusal.NOT_SELF_HOSTED);
        }
        return switch (keys.update(instance(), key)) {
            case KeyReply.Taken taken -> Answers.ok(LicenseJson.of(taken.license()));
            case KeyReply.Refused refused -> throw refused(refused.reason());
        };
    }

    private PoolId instance() {
        return workspaces.find(Workspace.INSTANCE).filter(_ -> keys.isSelfHosted()).map(Workspace::pool).orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such workspace.").asException());
    }

    private static RuntimeException refused(KeyRefusal reason) {
        return Problem.of(ProblemCode.LICENSE_INVALID, because(reason) + " The license in force stays.")
                .with("reason", reason.key()).asException();
    }

    private static String because(KeyRefusal reason) {
        return switch (reason) {
            case MALFORMED -> "This is no license key.";
            case WRONG_ALGORITHM -> "This key is not signed with Ed25519.";
            case FORGED -> "The vendor has not signed this key, or it was altered.";
            case WRONG_INSTANCE -> "This key was made for another instance.";
            case ENDED -> "The license of this key has ended.";
            case NOT_SELF_HOSTED -> "Licenses in the cloud do not come as keys.";
            case NO_VENDOR_KEY -> "No vendor's public key is set (scrip.license.public-key).";
        };
    }
}
