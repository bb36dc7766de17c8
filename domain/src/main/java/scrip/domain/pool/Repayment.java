package scrip.domain.pool;

import scrip.domain.ledger.Cause;

/** Debt that was repaid, and from which credits: a make-good of the charge gives those back. */
public record Repayment(Cause cause, Slice from) {}
