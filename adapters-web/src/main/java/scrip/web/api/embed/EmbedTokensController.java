package scrip.web.api.embed;

import java.time.Instant;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Gives the host's server a token for the browser of one of its people. */
@RestController
public final class EmbedTokensController {

    private final EmbedTokens tokens;

    public EmbedTokensController(EmbedTokens tokens) {
        this.tokens = tokens;
    }

    record TokenJson(String token, Instant expiresAt) {}

    @PostMapping("/api/v1/embed-tokens")
    public ResponseEntity<byte[]> make(ApiRequest request) {
        String builder = request.body(in -> in.required("builder", Kinds.EMAIL).orNull());
        if (!tokens.maySee(request.pool(), builder)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "End users see no credits.").asException();
        }
        return tokens.make(request.keyId(), builder)
                .flatMap(token -> tokens.seal(token).map(text -> new TokenJson(text, token.expiresAt())))
                .map(token -> Answers.put(true, token))
                .orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED, "The key is not valid.").asException());
    }
}
