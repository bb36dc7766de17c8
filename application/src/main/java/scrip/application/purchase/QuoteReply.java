package scrip.application.purchase;

/** What a purchase would cost, or why it cannot be made. */
public sealed interface QuoteReply {

    record Quoted(Quote quote) implements QuoteReply {}

    record Refused(Refusal refusal) implements QuoteReply {}
}
