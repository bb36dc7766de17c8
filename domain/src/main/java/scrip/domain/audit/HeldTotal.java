package scrip.domain.audit;

/**
 * What a builder's open holds set aside in sum, as it is kept for limits (rule 24).
 *
 * @param micros
 *            micro-credits, not zero
 */
public record HeldTotal(String builder, long micros) {}
