package scrip.web.place;

import org.springframework.security.access.AccessDeniedException;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.pool.PoolId;

/**
 * A member at a page of his own workspace: whoever asks for one as a controller's argument has it checked, and the pool
 * of a page comes from nowhere else.
 */
public record Visit(Place place, Member member) {

    public PoolId pool() {
        return place.workspace().pool();
    }

    public boolean isAdmin() {
        return member.role() == Role.ADMIN;
    }

    /**
     * @throws AccessDeniedException
     *             if the member is no admin; the page is then a 403
     */
    public Visit asAdmin() {
        if (!isAdmin()) {
            throw new AccessDeniedException("for admins only");
        }
        return this;
    }
}
