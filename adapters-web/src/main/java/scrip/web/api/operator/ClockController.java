package scrip.web.api.operator;

import java.time.Instant;
import java.time.InstantSource;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.clock.AdjustableClock;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** The clock of every rule, which an adjustable one can be set forward. */
@RestController
@RequestMapping("/api/v1/operator/clock")
public final class ClockController {

    /** Every month until then is renewed one by one. */
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final InstantSource clock;

    public ClockController(InstantSource clock) {
        this.clock = clock;
    }

    record ClockJson(Instant now, boolean adjustable) {}

    @GetMapping
    public ResponseEntity<byte[]> show(ApiRequest request) {
        return Answers.ok(new ClockJson(clock.instant(), clock instanceof AdjustableClock));
    }

    @PutMapping
    public ResponseEntity<byte[]> set(ApiRequest request) {
        if (!(clock instanceof AdjustableClock adjustable)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "This service runs by the system's clock.").asException();
        }
        Instant now = request.body(in -> in.required("now", Kinds.INSTANT).orNull());
        if (!now.isBefore(LAST)) {
            throw Problem.invalid("now", "must be before " + LAST).asException();
        }
        if (!adjustable.advanceTo(now)) {
            throw Problem.invalid("now", "must not turn the clock back").asException();
        }
        return show(request);
    }
}
