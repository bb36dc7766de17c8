package scrip.application.pool;

import java.time.Instant;

/** An answer kept under its request's key. */
public record KeptAnswer(RequestKey key, Answer answer, Instant keptAt) {}
