package scrip.web.builder;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The app builder with its AI chat, template {@code builder}.
 *
 * @param appName the app that is being built
 * @param credits the credit icon and its popover
 * @param chat the conversation, oldest first
 * @param composer the form for the next prompt
 * @param canvas what the app looks like by now
 * @param clearUrl where a POST begins a new conversation, or null
 * @param runningUrl while something runs: answers with the conversation anew (fragment
 *     {@code builder :: chat-refresh}, with the header {@code HX-Trigger: balance} once it has ended); else null
 */
public record BuilderPage(
        String appName,
        CreditsPopover credits,
        List<ChatEntry> chat,
        Composer composer,
        Canvas canvas,
        @Nullable String clearUrl,
        @Nullable String runningUrl) {

    /** Whether the page reloads by itself where there is no script: while something runs. */
    public boolean refreshing() {
        return runningUrl != null;
    }

    /**
     * The form for the next prompt. It posts the fields "prompt" and "operation" and is answered with
     * this page again or, to htmx, with the fragment {@code builder :: chat-refresh}.
     *
     * @param action where it is posted to
     * @param prompt what was typed and not taken, or empty
     * @param operations what can be asked for, in the catalogue's order
     * @param busy whether an estimate or a run is open, so that nothing can be sent
     * @param refusal ends {@code composer.refused.…}: {@code empty} or {@code too_long}; or null
     */
    public record Composer(
            String action,
            String prompt,
            List<Choice> operations,
            boolean busy,
            @Nullable String refusal) {}

    /**
     * An operation to choose.
     *
     * @param key its key
     * @param typical its typical cost, "100"
     * @param chosen whether it is chosen
     */
    public record Choice(String key, String typical, boolean chosen) {}

    /**
     * The app on the canvas: a picture of it, not the thing itself.
     *
     * @param state {@code empty}, {@code building} or {@code ready}
     * @param title the app's title
     * @param steps what the last runs made, newest last; at most a handful
     */
    public record Canvas(String state, String title, List<String> steps) {}
}
