package scrip.web.place;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.workspace.Member;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.web.wiring.Deployment;

/** The workspaces that this deployment shows to people. */
public final class Places {

    private final Workspaces workspaces;
    private final Deployment deployment;

    public Places(Workspaces workspaces, Deployment deployment) {
        this.workspaces = workspaces;
        this.deployment = deployment;
    }

    public Deployment deployment() {
        return deployment;
    }

    /**
     * @param slug
     *            the workspace that the address names, or null for the instance
     * @return nothing if there is no such place in this deployment
     */
    Optional<Place> find(@Nullable String slug) {
        boolean instance = deployment == Deployment.SELF_HOSTED;
        if (instance != (slug == null)) {
            return Optional.empty();
        }
        String name = slug == null ? Workspace.INSTANCE : slug;
        return workspaces.find(name).filter(this::isShown).map(workspace -> new Place(workspace, deployment));
    }

    /** @return the person's visit to the place, with the role that he has there now */
    Optional<Visit> visit(Person person, Place place) {
        return person.signedInTo(place.workspace().pool())
                ? workspaces.member(place.workspace().pool(), person.email()).map(member -> new Visit(place, member))
                : Optional.empty();
    }

    /** @return where the person can go, by name */
    public List<Visit> visitsOf(Person person) {
        return membersByEmail(person.email()).stream().flatMap(member -> workspaces.find(member.pool()).stream())
                .map(workspace -> new Place(workspace, deployment))
                .flatMap(place -> visit(person, place).stream())
                .sorted((a, b) -> a.place().workspace().slug().compareTo(b.place().workspace().slug())).toList();
    }

    /** @return whoever has this e-mail address in a workspace that this deployment shows */
    public List<Member> membersByEmail(String email) {
        return workspaces.membersByEmail(email).stream()
                .filter(member -> workspaces.find(member.pool()).filter(this::isShown).isPresent()).toList();
    }

    private boolean isShown(Workspace workspace) {
        return Slugs.allows(workspace.slug(), deployment);
    }
}
