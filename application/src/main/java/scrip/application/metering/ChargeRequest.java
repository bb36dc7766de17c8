package scrip.application.metering;

import scrip.domain.pool.Work;

/**
 * A charge as it is asked for.
 *
 * @param shortfallIsDebt
 *            whether what the pool lacks becomes debt instead of a refusal
 */
public record ChargeRequest(Work work, Used used, boolean shortfallIsDebt) {}
