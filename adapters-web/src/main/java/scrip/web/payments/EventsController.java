package scrip.web.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Webhooks;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** The gateway's events in the inbox, for the operator: listed by where they stand, replayed and put away. */
@RestController
@RequestMapping("/api/v1/operator/events")
final class EventsController {

    private static final int PAGE = 100;
    /** Whoever has the key, which does not say who he is. */
    private static final String BY = "operator's key";

    private final Inbox inbox;
    private final Webhooks webhooks;
    private final Runnable wake;

    EventsController(Inbox inbox, Webhooks webhooks, Runnable wake) {
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.wake = wake;
    }

    record EventsJson(List<EventJson> events, @Nullable String next) {}

    record EventJson(String id, String type, String status, Instant receivedAt, int attempts,
            @Nullable String detail, @Nullable String putAwayBy, @Nullable Instant putAwayAt) {

        static EventJson of(Inbox.Letter letter) {
            Inbox.Seen seen = letter.seen();
            return new EventJson(letter.id(), letter.type(), letter.standing().name().toLowerCase(Locale.ROOT),
                    letter.receivedAt(), letter.attempts(), letter.detail(), seen == null ? null : seen.by(),
                    seen == null ? null : seen.at());
        }
    }

    /** @param status {@code waiting}, {@code done}, {@code ignored}, {@code dead} or {@code put_away}; all without it */
    @GetMapping
    public ResponseEntity<byte[]> list(ApiRequest request, @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String before) {
        List<Inbox.Letter> found = inbox.newest(status == null ? null : standing(status), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<EventJson> page = found.stream().limit(PAGE).map(EventJson::of).toList();
        return Answers.ok(new EventsJson(page, more ? page.getLast().id() : null));
    }

    private static Inbox.Standing standing(String word) {
        for (Inbox.Standing standing : Inbox.Standing.values()) {
            if (standing.name().toLowerCase(Locale.ROOT).equals(word)) {
                return standing;
            }
        }
        throw Problem.invalid("status", "must be waiting, done, ignored, dead or put_away").asException();
    }

    /** Works an event off again; harmless however often (rule 25), so it needs no key. */
    @PostMapping("/{id}/replay")
    public ResponseEntity<byte[]> replay(ApiRequest request, @PathVariable String id) {
        if (!webhooks.replay(id)) {
            throw Problem.of(ProblemCode.NOT_FOUND, "There is no event with this id.").asException();
        }
        wake.run();
        return Answers.nothing();
    }

    /** Puts a dead letter away, because somebody has seen to it; doing it twice changes nothing, so it needs no key. */
    @PostMapping("/{id}/put-away")
    public ResponseEntity<byte[]> putAway(ApiRequest request, @PathVariable String id) {
        if (!webhooks.putAway(id, BY)) {
            throw Problem.of(ProblemCode.NOT_FOUND, "There is no dead letter with this id.").asException();
        }
        return Answers.nothing();
    }
}
