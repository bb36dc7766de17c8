package scrip.web.api.request;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import scrip.application.pool.Answer;
import scrip.web.api.json.Json;
import scrip.web.api.problem.Problem;

/** What goes out: statuses and JSON bodies as they were decided. */
public final class Answers {

    private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private Answers() {}

    /** Waits for the answer; the caller's thread is a virtual one. */
    public static ResponseEntity<byte[]> of(CompletableFuture<Answer> answer) {
        return of(answer.join());
    }

    public static ResponseEntity<byte[]> of(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .contentType(answer.status() < 400 ? MediaType.APPLICATION_JSON : PROBLEM);
        if (answer.replayed()) {
            response.header(IdempotencyKey.REPLAYED, "true");
        }
        return response.body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a record as JSON. */
    public static ResponseEntity<byte[]> ok(Object body) {
        return with(HttpStatus.OK, body);
    }

    /** 201 for what is new, else 200. */
    public static ResponseEntity<byte[]> put(boolean isNew, Object body) {
        return with(isNew ? HttpStatus.CREATED : HttpStatus.OK, body);
    }

    /** 204. */
    public static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<byte[]> with(HttpStatus status, Object body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(Json.bytes(body));
    }
}
