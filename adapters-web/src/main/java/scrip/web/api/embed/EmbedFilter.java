package scrip.web.api.embed;

import java.util.function.BooleanSupplier;

import scrip.web.api.security.BearerFilter;
import scrip.web.api.security.FailedAttempts;

/** Lets in who has an embed token. */
final class EmbedFilter extends BearerFilter {

    private final EmbedTokens tokens;

    EmbedFilter(EmbedTokens tokens, FailedAttempts attempts) {
        super("token", attempts);
        this.tokens = tokens;
    }

    @Override
    protected Verdict judge(String token, BooleanSupplier mayGuess) {
        return switch (tokens.check(token)) {
            case EmbedTokens.Check.Valid valid -> new Verdict.Opens(new EmbedAccess(token, valid));
            case EmbedTokens.Check.Over _ -> new Verdict.Ended();
            case EmbedTokens.Check.Forged _ -> new Verdict.Wrong();
        };
    }
}
