package scrip.web.api.metering;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.ChargeRequest;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.Used;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Work;
import scrip.domain.pricing.ModelUsage;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;

/** Reads what a service asks of its pool. */
public final class MeteringInput {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REFERENCE = 200;
    private static final int MOST_MODELS = 100;
    private static final long MOST_TOKENS = 1_000_000_000_000L;
    private static final Kind<Long> TOKENS = Kinds.whole(0, MOST_TOKENS);
    private static final Kind<Long> SECONDS = Kinds.whole(1, HoldRequest.LONGEST_LIFE.toSeconds());
    private static final Kind<Boolean> ON_SHORTFALL = Kinds.oneOf(Map.of("refuse", false, "debt", true));

    private MeteringInput() {}

    /**
     * What is to be given back.
     *
     * @param credits
     *            null for all that is left
     */
    record Refund(@Nullable Credits credits, String reason) {}

    static @Nullable HoldRequest hold(Fields in) {
        WorkFields work = WorkFields.of(in);
        Field<Credits> credits = in.optional("credits", Kinds.CREDITS);
        Field<Credits> ceiling = in.optional("ceiling", Kinds.CREDITS);
        Field<Long> seconds = in.optional("ttlSeconds", SECONDS);
        Credits named = credits.orNull();
        Credits most = ceiling.orNull();
        if (named != null && most != null && most.isLessThan(named)) {
            in.reject("ceiling", "must not be below credits");
        }
        return in.valid(() -> new HoldRequest(work.get(), named, most,
                Duration.ofSeconds(seconds.or(HoldRequest.DEFAULT_LIFE.toSeconds()))));
    }

    static @Nullable ChargeRequest charge(Fields in) {
        WorkFields work = WorkFields.of(in);
        // On an own key a charge may be of nothing, because it costs nothing anyway.
        Field<Used> used = used(in, work.ownKey.or(false) ? Kinds.CREDITS_OR_NONE : Kinds.CREDITS);
        Field<Boolean> debt = in.optional("onShortfall", ON_SHORTFALL);
        return in.valid(() -> new ChargeRequest(work.get(), used.get(), debt.or(false)));
    }

    static @Nullable Used settle(Fields in) {
        Field<Used> used = used(in, Kinds.CREDITS_OR_NONE);
        return in.valid(used::get);
    }

    static @Nullable Duration extend(Fields in) {
        Field<Long> seconds = in.required("ttlSeconds", SECONDS);
        return in.valid(() -> Duration.ofSeconds(seconds.get()));
    }

    static @Nullable Refund refund(Fields in) {
        Field<Credits> credits = in.optional("credits", Kinds.CREDITS);
        Field<String> reason = in.required("reason", Kinds.text(LONGEST_REFERENCE));
        return in.valid(() -> new Refund(credits.orNull(), reason.get()));
    }

    /** Credits or usage, one of the two. */
    private static Field<Used> used(Fields in, Kind<Credits> amount) {
        Field<Credits> credits = in.optional("credits", amount);
        Field<List<ModelUsage>> usage = in.optional("usage", usageList());
        if (in.has("credits") == in.has("usage")) {
            in.reject("credits", in.has("usage") ? "must not be given beside usage" : "or usage is missing");
        }
        if (credits.orNull() != null) {
            return new Field<>(new Used.Reported(credits.get()));
        }
        return new Field<>(usage.orNull() == null ? null : new Used.Metered(usage.get()));
    }

    /** @return one to a hundred models, with what each used */
    public static Kind<List<ModelUsage>> usageList() {
        return Kinds.objects(MOST_MODELS, MeteringInput::usage);
    }

    private static @Nullable ModelUsage usage(Fields in) {
        Field<String> model = in.required("model", Kinds.text(LONGEST_NAME));
        Field<Long> input = in.required("inputTokens", TOKENS);
        Field<Long> cached = in.optional("cachedInputTokens", TOKENS);
        Field<Long> output = in.required("outputTokens", TOKENS);
        if (cached.or(0L) > input.or(MOST_TOKENS)) {
            in.reject("cachedInputTokens", "must not be above inputTokens, which includes it");
        }
        return in.valid(() -> new ModelUsage(model.get(), input.get(), cached.or(0L), output.get()));
    }

    /** What holds and charges have in common. */
    private record WorkFields(Field<String> operation, Field<String> builder, Field<Boolean> ownKey,
            Field<String> reference) {

        static WorkFields of(Fields in) {
            return new WorkFields(in.required("operation", Kinds.text(LONGEST_NAME)),
                    in.required("builder", Kinds.EMAIL), in.optional("ownKey", Kinds.FLAG),
                    in.optional("reference", Kinds.text(LONGEST_REFERENCE)));
        }

        Work get() {
            return new Work(operation.get(), builder.get(), ownKey.or(false), reference.orNull());
        }
    }
}
