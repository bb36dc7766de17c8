package scrip.web.signin;

import java.util.List;

/** The workspaces of a person who is in several, template {@code choose}. */
public record WorkspaceChoice(List<Choice> choices) {

    /**
     * A workspace to go to.
     *
     * @param url
     *            where the person works there
     * @param role
     *            {@code admin} or {@code builder}
     */
    public record Choice(String name, String initials, String url, String role) {}
}
