package scrip.web.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: the top bar with its places to go and the person who is signed in.
 * Controllers put it into the model as {@code frame}; error pages get it where a person is signed in.
 *
 * @param place the workspace's or instance's name, or null outside of any
 * @param homeUrl where the product's name leads
 * @param links the navigation, in order
 * @param viewer who is signed in, or null for nobody
 * @param testMode whether the payment sandbox takes the payments, which every page then says
 */
public record Frame(
        @Nullable String place, String homeUrl, List<Link> links, @Nullable Viewer viewer, boolean testMode) {

    /**
     * A place to go.
     *
     * @param key ends the message key {@code nav.…}: {@code builder}, {@code license}, {@code subscription},
     *     {@code usage}, {@code workspaces}, {@code promo-codes}, {@code webhooks} or {@code verify}
     * @param url its address
     * @param current whether the reader is there now
     */
    public record Link(String key, String url, boolean current) {}

    /**
     * The person who is signed in.
     *
     * @param name as people call them
     * @param email their address, or the operator's sign-in name
     * @param role {@code admin}, {@code builder}, {@code end_user} or {@code operator}
     */
    public record Viewer(String name, String email, String role) {

        /** One or two capital letters that stand for the person. */
        public String initials() {
            return Initials.of(name);
        }
    }
}
