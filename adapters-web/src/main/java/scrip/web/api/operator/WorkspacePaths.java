package scrip.web.api.operator;

import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.place.Slugs;

/** Finds the workspace that an address names. */
public final class WorkspacePaths {

    private final Workspaces workspaces;
    private final boolean selfHosted;

    public WorkspacePaths(Workspaces workspaces, boolean selfHosted) {
        this.workspaces = workspaces;
        this.selfHosted = selfHosted;
    }

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code not_found} if there is none
     */
    Workspace find(String slug) {
        return workspaces.find(slug).orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such workspace.").asException());
    }

    PoolId pool(String slug) {
        return find(slug).pool();
    }

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code invalid_field} if no workspace can have this slug
     */
    void checkNew(String slug) {
        if (selfHosted && !slug.equals(Workspace.INSTANCE)) {
            throw Problem.invalid("slug", "must be instance: self-hosted has the one workspace").asException();
        }
        if (!Slugs.isWellFormed(slug)) {
            throw Problem.invalid("slug", "must be 1 to 63 of a–z, 0–9 and -, neither first nor last a -")
                    .asException();
        }
        if (!selfHosted && Slugs.isReserved(slug)) {
            throw Problem.invalid("slug", "is taken by Scrip itself").asException();
        }
    }
}
