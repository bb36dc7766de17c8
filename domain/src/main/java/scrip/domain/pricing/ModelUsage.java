package scrip.domain.pricing;

/**
 * Tokens that an operation used of one model.
 *
 * @param inputTokens
 *            all input, the cached part included; 0 or more
 * @param cachedInputTokens
 *            at most the input tokens
 * @param outputTokens
 *            0 or more
 */
public record ModelUsage(String model, long inputTokens, long cachedInputTokens, long outputTokens) {

    public ModelUsage {
        if (cachedInputTokens < 0 || inputTokens < cachedInputTokens || outputTokens < 0) {
            throw new IllegalArgumentException("cached tokens are part of the input, and none is below zero");
        }
    }
}
