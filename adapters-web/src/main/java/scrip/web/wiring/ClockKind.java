package scrip.web.wiring;

/** Which clock drives the rules. */
public enum ClockKind {
    SYSTEM,
    /** One that the operator can set forward; refused beside a live payment key. */
    ADJUSTABLE
}
