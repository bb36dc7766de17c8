package scrip.application.reading;

/** What use is told apart by. */
public enum UseKey {
    /** The day in UTC, as ISO-8601 writes it. */
    DAY,
    /** The builder's e-mail address. */
    BUILDER,
    /** The key of the operation. */
    OPERATION
}
