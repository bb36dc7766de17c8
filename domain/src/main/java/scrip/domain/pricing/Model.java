package scrip.domain.pricing;

import scrip.domain.credit.Credits;

/**
 * What an AI model costs, in credits for a million tokens of a kind.
 *
 * @param key
 *            its name in the API
 * @param cachedInput
 *            price of the input that the provider had cached
 */
public record Model(String key, Credits input, Credits cachedInput, Credits output) {}
