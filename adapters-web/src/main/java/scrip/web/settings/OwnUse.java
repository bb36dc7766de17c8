package scrip.web.settings;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Bar;

/**
 * What the reader used in this period.
 *
 * @param used credits spent
 * @param held credits on hold, or null for none
 * @param limit the reader's limit, or null without one
 * @param left what the limit leaves, or null without one
 * @param bar used and held of the limit, or null without one
 */
public record OwnUse(
        String used,
        @Nullable String held,
        @Nullable String limit,
        @Nullable String left,
        @Nullable Bar bar) {}
