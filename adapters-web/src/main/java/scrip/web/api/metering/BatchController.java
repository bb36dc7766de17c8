package scrip.web.api.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.pool.Answer;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problems;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import tools.jackson.databind.JsonNode;

/** Many commands in one request, in order; each stands or falls alone. */
@RestController
public final class BatchController {

    private static final int MOST_COMMANDS = 1_000;

    private final BatchCommands commands;

    public BatchController(BatchCommands commands) {
        this.commands = commands;
    }

    /** All commands wait at the desk before the first answer is waited for, so that they are decided together. */
    @PostMapping("/api/v1/batch")
    public ResponseEntity<byte[]> run(ApiRequest request) {
        List<JsonNode> given = request.body(BatchController::commands);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (JsonNode command : given) {
            answers.add(commands.submit(request.pool(), request.path(), command));
        }
        List<BatchResult> results = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            results.add(BatchResult.of(given.get(i), answer(answers.get(i))));
        }
        return Answers.ok(new BatchResult.All(results));
    }

    private static List<JsonNode> commands(Fields in) {
        Field<List<JsonNode>> list = in.required("commands", Kinds.list(MOST_COMMANDS, (node, _) -> node));
        return list.or(List.of());
    }

    private static Answer answer(CompletableFuture<Answer> coming) {
        try {
            return coming.join();
        } catch (RuntimeException e) {
            return Problems.of(e).asAnswer();
        }
    }
}
