package scrip.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The way on from a page of a long list.
 *
 * @param backUrl the beginning or the page before, or null when this is the first
 * @param nextUrl the next page, or null when this is the last
 */
public record Pager(@Nullable String backUrl, @Nullable String nextUrl) {

    /** @return whether there is anywhere to go */
    public boolean leads() {
        return backUrl != null || nextUrl != null;
    }
}
