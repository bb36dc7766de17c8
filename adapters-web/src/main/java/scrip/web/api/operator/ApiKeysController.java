package scrip.web.api.operator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.security.ApiKeyText;

/** The API keys of a workspace; a key is shown once, when it is made. */
@RestController
@RequestMapping("/api/v1/operator/workspaces/{slug}/api-keys")
public final class ApiKeysController {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_SCOPES = 10;
    private static final Map<String, Scope> SCOPES = Map.of("meter", Scope.METER, "read", Scope.READ, "purchase",
            Scope.PURCHASE);

    private final Workspaces workspaces;
    private final WorkspacePaths paths;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param random
     *            a cryptographic one
     */
    public ApiKeysController(Workspaces workspaces, WorkspacePaths paths, InstantSource clock,
            RandomGenerator random) {
        this.workspaces = workspaces;
        this.paths = paths;
        this.clock = clock;
        this.random = random;
    }

    record NewKeyJson(String id, String key, String name, List<String> scopes, Instant createdAt) {}

    /** What the key is for. */
    private record Purpose(String name, Set<Scope> scopes) {

        static @Nullable Purpose of(Fields in) {
            Field<String> name = in.required("name", Kinds.text(LONGEST_NAME));
            Field<List<Scope>> scopes = in.required("scopes", Kinds.list(MOST_SCOPES, Kinds.oneOf(SCOPES)));
            return in.valid(() -> new Purpose(name.get(), Set.copyOf(scopes.get())));
        }
    }

    @PostMapping
    public ResponseEntity<byte[]> create(ApiRequest request, @PathVariable String slug) {
        PoolId pool = paths.pool(slug);
        Purpose purpose = request.body(Purpose::of);
        ApiKeyText text = ApiKeyText.draw(random);
        ApiKey key = new ApiKey(text.id(), pool, purpose.name, purpose.scopes, text.secretHash(), clock.instant());
        workspaces.add(key);
        return Answers.put(true, new NewKeyJson(key.id(), text.reveal(), key.name(),
                key.scopes().stream().sorted().map(Scope::key).toList(), key.createdAt()));
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<byte[]> remove(ApiRequest request, @PathVariable String slug, @PathVariable String id) {
        if (!workspaces.removeApiKey(paths.pool(slug), id)) {
            throw Problem.of(ProblemCode.NOT_FOUND, "There is no such key.").asException();
        }
        return Answers.nothing();
    }
}
