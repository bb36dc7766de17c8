package scrip.application.metering;

/** Why a request did not get as far as its pool. */
public sealed interface Rejection {

    record UnknownOperation(String operation) implements Rejection {}

    record UnknownModel(String model) implements Rejection {}

    /** What was used adds up to more credits than a charge may have. */
    record TooMuch() implements Rejection {}

    /** What was used costs nothing, although it did not run on a key of the customer's own. */
    record NothingUsed() implements Rejection {}

    /** Members who are end users do not spend. */
    record EndUser(String builder) implements Rejection {}

    /** The key was used for another request (rule 20). */
    record KeyReused() implements Rejection {}
}
