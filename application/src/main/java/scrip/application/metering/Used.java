package scrip.application.metering;

import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.pricing.ModelUsage;

/** What an operation really used, as the AI service reports it (rule 21). */
public sealed interface Used {

    /** In credits. */
    record Reported(Credits credits) implements Used {}

    /** In tokens, which the rate card turns into credits. */
    record Metered(List<ModelUsage> usage) implements Used {}
}
