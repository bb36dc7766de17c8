package scrip.web.builder;

import org.jspecify.annotations.Nullable;
import scrip.web.usage.Receipt;

/**
 * Something in the conversation. Each kind is drawn by the fragment of its {@link #kind} in
 * {@code fragments/chat}.
 */
public sealed interface ChatEntry {

    /** The name of the fragment that draws it. */
    String kind();

    /**
     * What the person asked for.
     *
     * @param text the prompt
     * @param operation the operation's key
     */
    record Prompt(String text, String operation) implements ChatEntry {
        @Override
        public String kind() {
            return "prompt";
        }
    }

    /**
     * What it will cost, before it runs: "about 100 credits, at most 180", with Run and Cancel.
     *
     * @param typical about so many
     * @param most at most so many
     * @param balance available before
     * @param runUrl where a POST starts it
     * @param cancelUrl where a POST drops it
     */
    record Estimate(String typical, String most, String balance, String runUrl, String cancelUrl)
            implements ChatEntry {
        @Override
        public String kind() {
            return "estimate";
        }
    }

    /**
     * A run in progress.
     *
     * @param percent how far it is, 0 to 100
     * @param step ends {@code chat.step.…}: {@code planning}, {@code writing}, {@code checking}
     * @param held credits on hold for it
     */
    record Running(int percent, String step, String held) implements ChatEntry {
        @Override
        public String kind() {
            return "running";
        }
    }

    /**
     * A run that ended well.
     *
     * @param text what the assistant says
     * @param credits what it cost
     * @param receipt why
     */
    record Reply(String text, String credits, Receipt receipt) implements ChatEntry {
        @Override
        public String kind() {
            return "reply";
        }
    }

    /**
     * A run that failed and cost nothing.
     *
     * @param returned credits that went back from hold
     * @param retryUrl where a POST asks for the estimate again, or null
     */
    record Failed(String returned, @Nullable String retryUrl) implements ChatEntry {
        @Override
        public String kind() {
            return "failed";
        }
    }

    /** An estimate that the person dropped. */
    record Cancelled() implements ChatEntry {
        @Override
        public String kind() {
            return "cancelled";
        }
    }

    /**
     * There were too few credits. Once they have come, its button becomes Try again.
     *
     * @param required what the run needs
     * @param available what there is
     * @param arrived whether there is enough by now
     * @param buyUrl the page Get AI credits, or null for whom may not buy
     * @param renewsOn the day monthly credits renew, as text, or null
     * @param retryUrl where a POST tries the prompt again
     * @param statusUrl answers with this message anew: fragment {@code fragments/chat :: entry}, with
     *     the model attributes {@code entry} and {@code id} (any unique element id)
     */
    record OutOfCredits(
            String required,
            String available,
            boolean arrived,
            @Nullable String buyUrl,
            @Nullable String renewsOn,
            String retryUrl,
            String statusUrl)
            implements ChatEntry {
        @Override
        public String kind() {
            return "out-of-credits";
        }
    }

    /**
     * The person's own limit is reached; the pool may well have credits.
     *
     * @param limit the limit of this period
     * @param used spent
     * @param held on hold
     */
    record LimitReached(String limit, String used, String held) implements ChatEntry {
        @Override
        public String kind() {
            return "limit-reached";
        }
    }
}
