package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.reading.Balances;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pricing.Model;
import scrip.domain.pricing.ModelUsage;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.RateCards;
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
    private final Balances balances;
    private final InstantSource clock;

    public CatalogueController(RateCards rateCards, Balances balances, InstantSource clock) {
        this.rateCards = rateCards;
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * @param basis
     *            {@code catalogue}: the averages of the rate card
     */
    record OperationJson(String key, String label, BigDecimal typical, BigDecimal low, BigDecimal high, String basis) {

        static OperationJson of(Operation operation) {
            BigDecimal typical = operation.typical().toDecimal();
            return new OperationJson(operation.key(), operation.label(), typical, typical, typical, "catalogue");
        }
    }

    /** Credits per million tokens. */
    record ModelJson(String key, BigDecimal input, BigDecimal cachedInput, BigDecimal output) {

        static ModelJson of(Model model) {
            return new ModelJson(model.key(), model.input().toDecimal(), model.cachedInput().toDecimal(),
                    model.output().toDecimal());
        }
    }

    record Catalogue(String rateCard, List<OperationJson> operations, List<ModelJson> models) {}

    record Estimate(BigDecimal low, BigDecimal typical, BigDecimal high, boolean affordable) {}

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
        return Answers.ok(new Catalogue(card.version(), card.operations().stream().map(OperationJson::of).toList(),
                card.models().stream().map(ModelJson::of).toList()));
    }

    @PostMapping("/api/v1/estimates")
    public ResponseEntity<byte[]> estimate(ApiRequest request) {
        Planned planned = request.body(Planned::of);
        Credits cost = cost(rateCards.at(clock.instant()), planned);
        Credits available = balances.now(request.pool()).map(CreditPool::available).orElse(Credits.ZERO);
        return Answers.ok(new Estimate(cost.toDecimal(), cost.toDecimal(), cost.toDecimal(),
                !cost.isMoreThan(available)));
    }

    private static Credits cost(RateCard card, Planned planned) {
        Operation operation = card.operation(planned.operation)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_OPERATION,
                        "There is no such operation; GET /api/v1/operations lists them.")
                        .with("operation", planned.operation).asException());
        if (planned.usage == null) {
            return operation.typical();
        }
        return switch (card.price(planned.usage)) {
            case RateCard.Price.Priced priced -> priced.credits();
            case RateCard.Price.UnknownModel unknown -> throw Problem.of(ProblemCode.UNKNOWN_MODEL,
                    "There is no such model; GET /api/v1/operations lists them.").with("model", unknown.model())
                    .asException();
        };
    }
}
