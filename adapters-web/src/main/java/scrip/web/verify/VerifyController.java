package scrip.web.verify;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.audit.Verification;
import scrip.application.audit.Verifier;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Verifies every ledger and what is kept beside it (rule 30). */
@RestController
final class VerifyController {

    private final Verifier verifier;
    private final PoolNames names;

    VerifyController(Verifier verifier, PoolNames names) {
        this.verifier = verifier;
        this.names = names;
    }

    /**
     * @param seq
     *            null if it is not in the ledger
     */
    record FindingJson(String workspace, String kind, @Nullable Long seq, String what) {}

    record VerificationJson(Instant at, long pools, long entries, boolean ok, List<FindingJson> findings) {}

    @GetMapping("/api/v1/operator/verify")
    ResponseEntity<byte[]> verify(ApiRequest request) {
        Verification verification = verifier.verify();
        return Answers.ok(new VerificationJson(verification.at(), verification.pools(), verification.entries(),
                verification.ok(), verification.findings().stream().map(this::json).toList()));
    }

    private FindingJson json(Verification.Finding finding) {
        return new FindingJson(names.of(finding.pool()), finding.flaw().kind().key(), finding.flaw().seq(),
                finding.flaw().what());
    }
}
