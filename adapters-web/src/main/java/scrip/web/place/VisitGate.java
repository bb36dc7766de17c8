package scrip.web.place;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import scrip.application.workspace.Role;

/**
 * Lets members of a workspace to its pages and leaves their {@link Visit} with the request. End users and the
 * operator are refused; who is no member goes on without a visit, and to him there is no such page.
 */
public final class VisitGate implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ATTRIBUTE = Visit.class.getName();
    private static final AuthorizationDecision GO_ON = new AuthorizationDecision(true);
    private static final AuthorizationDecision REFUSED = new AuthorizationDecision(false);

    private final Places places;

    public VisitGate(Places places) {
        this.places = places;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        Authentication who = authentication.get();
        if (who == null || !(who.getPrincipal() instanceof Person person)) {
            return REFUSED;
        }
        Optional<Place> place = places.find(context.getVariables().get(Paths.WORKSPACE));
        if (person.operator()) {
            return place.isPresent() ? REFUSED : GO_ON;
        }
        Optional<Visit> visit = place.flatMap(there -> places.visit(person, there));
        visit.ifPresent(found -> context.getRequest().setAttribute(ATTRIBUTE, found));
        return visit.filter(found -> found.member().role() == Role.END_USER).isPresent() ? REFUSED : GO_ON;
    }

    static Optional<Visit> visitOf(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }
}
