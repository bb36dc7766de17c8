package scrip.web.api.security;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lets in who has a key. Past the limit of wrong ones nothing but the right key of a pool is let in, whose secret is too
 * long to be guessed: so a stray service with an old key cannot lock out others behind the same address.
 */
final class KeyFilter extends BearerFilter {

    private final Keys keys;

    KeyFilter(Keys keys, FailedAttempts attempts) {
        super("key", attempts);
        this.keys = keys;
    }

    @Override
    protected Verdict judge(String token, BooleanSupplier mayGuess) {
        Optional<Access> access = keys.ofPool(token)
                .or(() -> mayGuess.getAsBoolean() ? keys.ofOperator(token) : Optional.empty());
        return access.<Verdict>map(Verdict.Opens::new).orElseGet(Verdict.Wrong::new);
    }
}
