package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.MeterOperations;
import scrip.application.reading.Balances;
import scrip.application.reading.TypicalCosts;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pricing.Model;
import scrip.domain.pricing.ModelUsage;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.RateCards;
import scrip.domain.pricing.TypicalCost;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kinds;
import scrip.web.api.metering.MeteringInput;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** What operations and models cost by the rate card in force, and whether a pool can afford them (rules 21 and 22). */
@RestController
public final class CatalogueController {

    private static final int LONGEST_NAME = 100;

    private final RateCards rateCards;
    private final TypicalCosts typical;
    private final Balances balances;
    private final InstantSource clock;

    public CatalogueController(MeterOperations.Tariff tariff, Balances balances, InstantSource clock) {
        this.rateCards = tariff.rateCards();
        this.typical = tariff.typical();
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * @param basis
     *            {@code catalogue} for the averages of the rate card, {@code observed} for the pool's own history
     */
    record OperationJson(String key, String label, BigDecimal typical, BigDecimal low, BigDecimal high, String basis) {

        static OperationJson of(Operation operation, TypicalCost cost) {
            return new OperationJson(operation.key(), operation.label(), cost.typical().toDecimal(),
                    cost.low().toDecimal(), cost.high().toDecimal(), basisOf(cost));
        }
    }

    private static String basisOf(TypicalCost cost) {
        return cost.observed() ? "observed" : "catalogue";
    }

    /** Credits per million tokens. */
    record ModelJson(String key, BigDecimal input, BigDecimal cachedInput, BigDecimal output) {

        static ModelJson of(Model model) {
            return new ModelJson(model.key(), model.input().toDecimal(), model.cachedInput().toDecimal(),
                    model.output().toDecimal());
        }
    }

    record Catalogue(String rateCard, List<OperationJson> operations, List<ModelJson> models) {}

    /**
     * @param affordable
     *            whether the pool has the typical cost available
     * @param basis
     *            as of an operation; {@code usage} if it was priced from usage, exactly
     */
    record Estimate(BigDecimal low, BigDecimal typical, BigDecimal high, boolean affordable, String basis) {

        static Estimate of(TypicalCost cost, String basis, Credits available) {
            return new Estimate(cost.low().toDecimal(), cost.typical().toDecimal(), cost.high().toDecimal(),
                    !cost.typical().isMoreThan(available), basis);
        }
    }

    /** An operation that may be run, with the usage if it is known. */
    private record Planned(String operation, @Nullable List<ModelUsage> usage) {

        static @Nullable Planned of(Fields in) {
            Field<String> operation = in.required("operation", Kinds.text(LONGEST_NAME));
            Field<List<ModelUsage>> usage = in.optional("usage", MeteringInput.usageList());
            return in.valid(() -> new Planned(operation.get(), usage.orNull()));
        }
    }

    @GetMapping("/api/v1/operations")
    public ResponseEntity<byte[]> operations(ApiRequest request) {
        RateCard card = rateCards.at(clock.instant());
        Map<String, TypicalCost> costs = typical.of(request.pool(), card.operations());
        return Answers.ok(new Catalogue(card.version(),
                card.operations().stream()
                        .map(operation -> OperationJson.of(operation,
                                Objects.requireNonNull(costs.get(operation.key()))))
                        .toList(),
                card.models().stream().map(ModelJson::of).toList()));
    }

    @PostMapping("/api/v1/estimates")
    public ResponseEntity<byte[]> estimate(ApiRequest request) {
        Planned planned = request.body(Planned::of);
        RateCard card = rateCards.at(clock.instant());
        Operation operation = card.operation(planned.operation)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_OPERATION,
                        "There is no such operation; GET /api/v1/operations lists them.")
                        .with("operation", planned.operation).asException());
        Credits available = balances.now(request.pool()).map(CreditPool::available).orElse(Credits.ZERO);
        if (planned.usage != null) {
            Credits exact = price(card, planned.usage);
            return Answers.ok(Estimate.of(new TypicalCost(exact, exact, exact, false), "usage", available));
        }
        TypicalCost cost = typical.of(request.pool(), operation);
        return Answers.ok(Estimate.of(cost, basisOf(cost), available));
    }

    private static Credits price(RateCard card, List<ModelUsage> usage) {
        return switch (card.price(usage)) {
            case RateCard.Price.Priced priced when priced.credits().isMoreThan(MeterOperations.MOST) ->
                    throw Problem.invalid("usage", "comes to more credits than a charge can have").asException();
            case RateCard.Price.Priced priced -> priced.credits();
            case RateCard.Price.UnknownModel unknown -> throw Problem.of(ProblemCode.UNKNOWN_MODEL,
                    "There is no such model; GET /api/v1/operations lists them.").with("model", unknown.model())
                    .asException();
        };
    }
}
