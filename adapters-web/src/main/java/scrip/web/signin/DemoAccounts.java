package scrip.web.signin;

import java.util.List;

/**
 * The sign-ins that the sign-in page shows to everyone.
 *
 * @param list
 *            empty outside the demo
 */
public record DemoAccounts(List<SignInPage.DemoAccount> list) {}
