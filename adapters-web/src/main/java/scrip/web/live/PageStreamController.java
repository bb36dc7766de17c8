package scrip.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspaces;
import scrip.web.place.Paths;
import scrip.web.place.Visit;

/** Tells a page that the balance has changed; the page then asks for its parts anew. */
@Controller
class PageStreamController {

    private final BalanceStreams streams;
    private final Workspaces workspaces;
    private final SessionRepository<?> sessions;

    PageStreamController(BalanceStreams streams, Workspaces workspaces, SessionRepository<?> sessions) {
        this.streams = streams;
        this.workspaces = workspaces;
        this.sessions = sessions;
    }

    /**
     * Ends when the reader signs out or is no member any more.
     *
     * @param shown
     *            version of the balance that the page shows
     */
    @GetMapping(path = {Paths.LICENSE + "/stream", Paths.SUBSCRIPTION + "/stream", Paths.BUILDER + "/stream",
        Paths.WORKSPACE_BUILDER + "/stream"}, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Visit visit, @RequestParam(defaultValue = "") String shown,
            @RequestHeader(name = Listener.LAST_HEARD, required = false) @Nullable String lastHeard,
            HttpServletRequest request, HttpServletResponse response) {
        String session = request.getSession().getId();
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(visit.pool(),
                new Listener(Versions::of, () -> isStillIn(visit, session), shown).afterHearing(lastHeard))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private boolean isStillIn(Visit visit, String session) {
        return sessions.findById(session) != null && workspaces.member(visit.pool(), visit.member().email())
                .filter(member -> member.role() != Role.END_USER).isPresent();
    }
}
