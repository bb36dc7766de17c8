package scrip.web.place;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import scrip.application.workspace.Role;
import scrip.web.page.Frame;

/**
 * Gives error pages the top bar of whoever is signed in, so that a mistyped address is no dead end. When the service
 * itself is in trouble they show only what is known without asking the database again.
 */
public final class ErrorFrames implements HandlerInterceptor {

    /** The attribute of a request that names the page of a form that was not taken because it was too old. */
    public static final String STALE = "scrip.place.stale";

    private static final String NOWHERE = "";

    private final Frames frames;
    private final Places places;

    public ErrorFrames(Frames frames, Places places) {
        this.frames = frames;
        this.places = places;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page != null && request.getDispatcherType() == DispatcherType.ERROR) {
            page.addObject("stale", request.getAttribute(STALE));
            boolean mayAsk = response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
            frame(request, mayAsk).ifPresent(frame -> page.addObject("frame", frame));
        }
    }

    private Optional<Frame> frame(HttpServletRequest request, boolean mayAsk) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Person person)) {
            return Optional.empty();
        }
        if (person.operator()) {
            return Optional.of(frames.ofOperator(NOWHERE));
        }
        return VisitGate.visitOf(request).or(() -> mayAsk ? only(places.visitsOf(person)) : Optional.empty())
                .map(this::frame);
    }

    /** Who is at home in several workspaces chooses one on the start page. */
    private static Optional<Visit> only(List<Visit> visits) {
        return visits.size() == 1 ? Optional.of(visits.getFirst()) : Optional.empty();
    }

    /** End users have no pages to go to, but can sign out. */
    private Frame frame(Visit visit) {
        Frame frame = frames.of(visit, NOWHERE);
        return visit.member().role() == Role.END_USER ? frames.ofNowhere(frame.viewer()) : frame;
    }
}
