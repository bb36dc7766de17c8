package scrip.payment.sandbox;

import java.security.SecureRandom;

/** Draws ids that look like Stripe's and cannot be guessed: whoever knows a session's id may pay it. */
final class SandboxIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SandboxIds() {}

    static String next(Kind kind) {
        return kind.prefix() + letters(kind == Kind.SESSION ? 58 : 24);
    }

    static String letters(int count) {
        StringBuilder drawn = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return drawn.toString();
    }
}
