package scrip.web.wiring;

import java.time.Duration;

/**
 * Something that goes on without being asked, on every node.
 *
 * @param every
 *            how long it pauses after each run
 * @param work
 *            one run; what it throws is logged, and the next run comes all the same
 */
public record Job(String name, Duration every, Runnable work) {}
