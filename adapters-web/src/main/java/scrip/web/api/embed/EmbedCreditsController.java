package scrip.web.api.embed;

import java.math.BigDecimal;
import java.net.URI;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import scrip.application.limit.BuilderLimits;
import scrip.application.limit.Standing;
import scrip.application.live.LiveBalances;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.CreditPool;
import scrip.web.api.buying.BuyPage;
import scrip.web.api.json.Json;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.reading.BalanceAnswers;
import scrip.web.api.reading.BalanceJson;
import scrip.web.api.request.Answers;
import scrip.web.live.BalanceStreams;
import scrip.web.live.Listener;

/** The credits that the holder of a token sees, now and as they change. */
@RestController
public final class EmbedCreditsController {

    private static final String PATH = "/api/v1/embed/credits";

    private final EmbedTokens tokens;
    private final LiveBalances live;
    private final BalanceStreams streams;
    private final Sights sights;

    /** What is shown beside the balance. */
    public record Sights(BalanceAnswers balances, BuilderLimits limits, Workspaces workspaces, BuyPage buyPage) {}

    public EmbedCreditsController(EmbedTokens tokens, LiveBalances live, BalanceStreams streams, Sights sights) {
        this.tokens = tokens;
        this.live = live;
        this.streams = streams;
        this.sights = sights;
    }

    /**
     * What is seen.
     *
     * @param builder
     *            who looks
     * @param buyUrl
     *            where the builder can get more, null unless an admin
     */
    record SightJson(BalanceJson balance, String builder, OwnJson own, @Nullable URI buyUrl) {}

    /**
     * The builder's own use in the running period.
     *
     * @param limit
     *            null where limits are off
     * @param left
     *            what the limit leaves, null likewise
     */
    record OwnJson(BigDecimal used, BigDecimal held, @Nullable BigDecimal limit, @Nullable BigDecimal left) {

        static OwnJson of(Standing standing, boolean limited) {
            return new OwnJson(standing.use().used().toDecimal(), standing.use().held().toDecimal(),
                    limited ? standing.limit().toDecimal() : null, limited ? standing.left().toDecimal() : null);
        }
    }

    @GetMapping(PATH)
    public ResponseEntity<byte[]> show(EmbedAccess access) {
        CreditPool pool = live.now(access.pool())
                .orElseThrow(() -> new IllegalStateException("a token opens a pool that is not there"));
        return Answers.ok(sight(access, pool));
    }

    /** Ends with the token. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter stream(EmbedAccess access,
            @RequestHeader(name = Listener.LAST_HEARD, required = false) @Nullable String lastHeard,
            HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        Listener listener = new Listener(pool -> Json.write(sight(access, pool)),
                () -> tokens.check(access.text()) instanceof EmbedTokens.Check.Valid, "");
        return streams.open(access.pool(), listener.afterHearing(lastHeard)).orElseThrow(
                () -> Problem.of(ProblemCode.UNAVAILABLE, "Too many streams are open.").asException());
    }

    private SightJson sight(EmbedAccess access, CreditPool pool) {
        Standing standing = sights.limits.standing(pool, access.builder());
        boolean admin = sights.workspaces.member(pool.id(), access.builder())
                .filter(member -> member.role() == Role.ADMIN).isPresent();
        return new SightJson(sights.balances.of(pool), access.builder(),
                OwnJson.of(standing, pool.limits().enabled()),
                admin ? sights.buyPage.of(pool.id()) : null);
    }
}
