package scrip.web.api.reading;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Json;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;
import scrip.web.live.BalanceStreams;
import scrip.web.live.Listener;

/** The balance as it changes, for services that ask for server-sent events. */
@RestController
public final class BalanceStreamController {

    private final BalanceAnswers balances;
    private final BalanceStreams streams;
    private final Workspaces workspaces;

    public BalanceStreamController(BalanceAnswers balances, BalanceStreams streams, Workspaces workspaces) {
        this.balances = balances;
        this.streams = streams;
        this.workspaces = workspaces;
    }

    /** Ends when the key is revoked, or may no longer read. */
    @GetMapping(path = "/api/v1/balance", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter stream(ApiRequest request,
            @RequestHeader(name = Listener.LAST_HEARD, required = false) @Nullable String lastHeard,
            HttpServletResponse response) {
        Query query = request.query();
        if (query.optional("at", text -> text).orNull() != null) {
            query.reject("at", "does not go with a stream");
        }
        query.check();
        String key = request.keyId();
        PoolId pool = request.pool();
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(pool, new Listener(now -> Json.write(balances.of(now)), () -> opens(key, pool), "")
                .afterHearing(lastHeard)).orElseThrow(
                        () -> Problem.of(ProblemCode.UNAVAILABLE, "Too many streams are open.").asException());
    }

    private boolean opens(String key, PoolId pool) {
        return workspaces.apiKey(key).filter(found -> found.pool().equals(pool) && found.scopes().contains(Scope.READ))
                .isPresent();
    }
}
