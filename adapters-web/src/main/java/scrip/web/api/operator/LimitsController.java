package scrip.web.api.operator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.limit.BuilderLimits;
import scrip.application.limit.LimitsReport;
import scrip.application.limit.Standing;
import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Limits;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;
import scrip.web.api.json.Place;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import tools.jackson.databind.JsonNode;

/** The limits of a workspace's builders (rule 24). */
@RestController
@RequestMapping("/api/v1/operator/workspaces/{slug}/limits")
public final class LimitsController {

    private static final String EQUAL_SHARE = "equal_share";
    private static final Kind<Long> LIMIT = Kinds.whole(1,
            MeterOperations.MOST.micros() / Credits.MICROS_PER_CREDIT);

    private static final Standard SHARE = new Standard(null);
    private static final Kind<Standard> WORD = Kinds.oneOf(Map.of(EQUAL_SHARE, SHARE));

    private final BuilderLimits limits;
    private final WorkspacePaths paths;

    public LimitsController(BuilderLimits limits, WorkspacePaths paths) {
        this.limits = limits;
        this.paths = paths;
    }

    /**
     * A builder against his limit.
     *
     * @param limit
     *            null while limits are off
     * @param left
     *            null likewise
     */
    record BuilderJson(String email, @Nullable BigDecimal limit, BigDecimal used, BigDecimal held,
            @Nullable BigDecimal left) {

        static BuilderJson of(Standing standing, boolean enabled) {
            return new BuilderJson(standing.email(), enabled ? standing.limit().toDecimal() : null,
                    standing.use().used().toDecimal(), standing.use().held().toDecimal(),
                    enabled ? standing.left().toDecimal() : null);
        }
    }

    /**
     * How limits stand, with all that was set, so that it can be put again.
     *
     * @param standard
     *            a number, or {@value LimitsController#EQUAL_SHARE}
     */
    record LimitsJson(boolean enabled, @JsonProperty("default") Object standard, Map<String, BigDecimal> custom,
            BigDecimal equalShare, BigDecimal unallocated, List<BuilderJson> builders) {

        static LimitsJson of(LimitsReport report) {
            Limits limits = report.limits();
            Map<String, BigDecimal> custom = new TreeMap<>();
            limits.custom().forEach((email, limit) -> custom.put(email, limit.toDecimal()));
            Credits each = limits.each();
            return new LimitsJson(limits.enabled(), each == null ? EQUAL_SHARE : each.toDecimal(), custom,
                    report.equalShare().toDecimal(), report.unallocated().toDecimal(),
                    report.builders().stream().map(one -> BuilderJson.of(one, limits.enabled())).toList());
        }
    }

    /** A limit of everybody without a custom one. */
    private record Standard(@Nullable Long each) {

        static @Nullable Standard read(JsonNode node, Place at) {
            if (node.isString()) {
                return WORD.read(node, at);
            }
            Long each = LIMIT.read(node, at);
            return each == null ? null : new Standard(each);
        }

        @Nullable
        Credits credits() {
            return each == null ? null : Credits.of(each);
        }
    }

    @GetMapping
    public ResponseEntity<byte[]> show(ApiRequest request, @PathVariable String slug) {
        return report(paths.pool(slug));
    }

    @PutMapping
    public ResponseEntity<byte[]> set(ApiRequest request, @PathVariable String slug) {
        PoolId pool = paths.pool(slug);
        limits.set(pool, request.body(LimitsController::limits));
        return report(pool);
    }

    private ResponseEntity<byte[]> report(PoolId pool) {
        LimitsReport report = limits.report(pool).orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such workspace.").asException());
        return Answers.ok(LimitsJson.of(report));
    }

    private static @Nullable Limits limits(Fields in) {
        Field<Boolean> enabled = in.required("enabled", Kinds.FLAG);
        Field<Standard> standard = in.optional("default", Standard::read);
        Field<Map<String, Long>> custom = in.optional("custom", Kinds.byEmail(BuilderLimits.MOST_CUSTOM, LIMIT));
        return in.valid(() -> new Limits(enabled.get(), standard.or(SHARE).credits(), credits(custom.or(Map.of()))));
    }

    private static Map<String, Credits> credits(Map<String, Long> custom) {
        Map<String, Credits> limits = new HashMap<>();
        custom.forEach((email, limit) -> limits.put(email, Credits.of(limit)));
        return limits;
    }
}
