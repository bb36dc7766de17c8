package scrip.web.api.operator;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Caller;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Reply;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Json;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.reading.BalanceJson;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Promotional credits given by the operator (rule 11). */
@RestController
public final class GrantsController {

    private static final int LONGEST_REASON = 200;
    private static final int CREATED = 201;

    private final Workspaces workspaces;
    private final WorkspacePaths paths;

    public GrantsController(Workspaces workspaces, WorkspacePaths paths) {
        this.workspaces = workspaces;
        this.paths = paths;
    }

    record GrantedJson(BigDecimal credits, Instant expiresAt, String reason, BalanceJson.Brief balance) {}

    @PostMapping("/api/v1/operator/workspaces/{slug}/grants")
    public ResponseEntity<byte[]> grant(ApiRequest request, @PathVariable String slug) {
        Caller operator = request.operator(paths.pool(slug), new GrantAnswers());
        return Answers.of(workspaces.grant(operator, request.body(GrantsController::gift)));
    }

    private static Command.@Nullable GrantCredits gift(Fields in) {
        Field<Credits> credits = in.required("credits", Kinds.CREDITS);
        Field<Instant> expiresAt = in.required("expiresAt", Kinds.INSTANT);
        Field<String> reason = in.required("reason", Kinds.text(LONGEST_REASON));
        return in.valid(() -> new Command.GrantCredits(credits.get(), expiresAt.get(), reason.get()));
    }

    private static final class GrantAnswers implements AnswerWriter {

        @Override
        public Answer write(Reply reply, CreditPool after) {
            if (reply instanceof Reply.Granted granted) {
                return new Answer(CREATED, Json.write(new GrantedJson(granted.grant().available().toDecimal(),
                        granted.grant().expiresAt(), granted.grant().reason(), BalanceJson.Brief.of(after))));
            }
            if (reply instanceof Reply.AlreadyOver) {
                return Problem.invalid("expiresAt", "must be later than now").asAnswer();
            }
            throw new IllegalStateException("no grant is answered with " + reply);
        }

        @Override
        public Answer write(Rejection rejection) {
            return Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "Use a new key for another request.").asAnswer();
        }
    }
}
