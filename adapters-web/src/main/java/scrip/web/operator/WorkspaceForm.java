package scrip.web.operator;

import java.util.Map;
import java.util.Optional;

import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.web.api.json.Field;
import scrip.web.form.Form;
import scrip.web.form.Texts;
import scrip.web.place.Slugs;
import scrip.web.wiring.Deployment;

/** The form that makes a workspace: {@code slug} and {@code name}. */
final class WorkspaceForm {

    static final String NAME = "workspace";

    private static final int LONGEST_SLUG = 63;
    static final int LONGEST_NAME = 100;

    private WorkspaceForm() {}

    /** A workspace that is to be made. */
    record NewWorkspace(String slug, String name) {}

    static Form opening(Deployment deployment) {
        return Form.opening(NAME, deployment == Deployment.CLOUD ? Map.of() : Map.of("slug", Workspace.INSTANCE));
    }

    /** Reads the form; what is wrong with it is noted in it. */
    static Optional<NewWorkspace> read(Form form, Workspaces workspaces, Deployment deployment) {
        Field<String> slug = form.required("slug", Texts.line(LONGEST_SLUG));
        Field<String> name = form.required("name", Texts.line(LONGEST_NAME));
        String wanted = slug.or("");
        if (!wanted.isEmpty() && !Slugs.isWellFormed(wanted)) {
            form.refuse("slug", "not_a_slug");
        } else if (!wanted.isEmpty() && !Slugs.allows(wanted, deployment)) {
            form.refuse("slug", deployment == Deployment.CLOUD ? "reserved" : "not_the_instance", Workspace.INSTANCE);
        } else if (!wanted.isEmpty() && workspaces.find(wanted).isPresent()) {
            form.refuse("slug", "taken");
        }
        return form.valid(() -> new NewWorkspace(slug.get(), name.get()));
    }
}
