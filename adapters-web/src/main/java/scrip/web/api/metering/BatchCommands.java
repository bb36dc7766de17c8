package scrip.web.api.metering;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Caller;
import scrip.application.metering.Metering;
import scrip.application.metering.Used;
import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;
import scrip.web.api.json.Reading;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.Problems;
import scrip.web.api.request.Fingerprint;
import scrip.web.api.request.IdempotencyKey;
import tools.jackson.databind.JsonNode;

/** Reads the commands of a batch and carries each to the pool's desk. */
public final class BatchCommands {

    private static final List<String> VERBS = List.of("hold", "settle", "release", "charge");
    private static final int LONGEST_ID = 100;
    private static final Kind<String> ID = Kinds.text(LONGEST_ID);

    private final Metering metering;
    private final MeteringWriters writers;

    public BatchCommands(Metering metering, MeteringWriters writers) {
        this.metering = metering;
        this.writers = writers;
    }

    /** A command once it is read: what it asks for, under a key. */
    @FunctionalInterface
    private interface Step {
        CompletableFuture<Answer> run(Caller caller);
    }

    /**
     * @param path
     *            the batch's, part of what a key stands for
     * @return the answer; a command that cannot be read is answered too, and harms no other
     */
    CompletableFuture<Answer> submit(PoolId pool, String path, JsonNode command) {
        try {
            String key = Fields.read(command, BatchCommands::key);
            Step step = Fields.read(command, in -> step(pool, in));
            int chargedAs = command.has("charge") ? MeteringWriters.CREATED : MeteringWriters.OK;
            AnswerWriter writer = writers.brief(pool, chargedAs);
            return step.run(new Caller(pool, RequestKey.ofService(key, Fingerprint.of(path, command)), writer));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Problems.of(e).asAnswer());
        }
    }

    private static @Nullable String key(Fields in) {
        if (!in.has("key")) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING, "Give every command a key.").asException();
        }
        return in.required("key", Kinds.parsed(IdempotencyKey.LONGEST, text -> {
            if (!IdempotencyKey.isKey(text)) {
                throw new IllegalArgumentException("must be 1 to 255 printable ASCII characters");
            }
            return text;
        })).orNull();
    }

    private @Nullable Step step(PoolId pool, Fields in) {
        List<String> given = VERBS.stream().filter(in::has).toList();
        if (given.isEmpty()) {
            in.reject("hold", "is missing: give one of " + String.join(", ", VERBS));
            return null;
        }
        if (given.size() > 1) {
            in.reject(given.get(1), "cannot be given beside " + given.getFirst());
            return null;
        }
        String verb = given.getFirst();
        return in.required(verb, Kinds.object(reading(pool, verb))).orNull();
    }

    private Reading<Step> reading(PoolId pool, String verb) {
        return switch (verb) {
            case "hold" -> in -> {
                var request = MeteringInput.hold(in);
                return request == null ? null : caller -> metering.hold(caller, request);
            };
            case "charge" -> in -> {
                var request = MeteringInput.charge(in);
                return request == null ? null : caller -> metering.charge(caller, request);
            };
            case "settle" -> in -> settle(pool, in);
            default -> in -> release(pool, in);
        };
    }

    private @Nullable Step settle(PoolId pool, Fields in) {
        Field<String> id = in.required("id", ID);
        Used used = MeteringInput.settle(in);
        return used == null ? null : caller -> metering.settle(caller, PublicId.HOLD.numberIn(pool, id.get()), used);
    }

    private @Nullable Step release(PoolId pool, Fields in) {
        Field<String> id = in.required("id", ID);
        return in.valid(() -> caller -> metering.release(caller, PublicId.HOLD.numberIn(pool, id.get())));
    }
}
