package scrip.web.signin;

import java.util.List;

/**
 * The sign-in page. Its form posts {@code username} and {@code password} to {@code /login}.
 *
 * @param state {@code fresh}, {@code refused}, {@code signed-out}, {@code expired},
 *     {@code unsent} or {@code throttled}
 * @param username what was typed before, or empty
 * @param demoAccounts sign-ins to show; empty outside the demo
 */
public record SignInPage(String state, String username, List<DemoAccount> demoAccounts) {

    /**
     * A sign-in that the demo shows to everyone.
     *
     * @param username what to type as e-mail address
     * @param password what to type as password
     * @param role {@code admin}, {@code builder}, {@code end_user} or {@code operator}
     * @param place the workspace it belongs to, or empty
     */
    public record DemoAccount(String username, String password, String role, String place) {}
}
