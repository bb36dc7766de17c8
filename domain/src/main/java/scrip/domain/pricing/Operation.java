package scrip.domain.pricing;

import scrip.domain.credit.Credits;

/**
 * A kind of AI work in the catalogue.
 *
 * @param key
 *            its name in the API, such as {@code app_generation}
 * @param label
 *            as people read it
 * @param typical
 *            what it costs on average, until a pool has its own history (rule 22); above zero
 */
public record Operation(String key, String label, Credits typical) {}
