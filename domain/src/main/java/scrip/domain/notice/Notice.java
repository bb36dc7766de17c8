package scrip.domain.notice;

import java.time.Instant;

/**
 * Something that people are told once (rule 31).
 *
 * @param number
 *            counts the notices of the pool from 1, without gaps
 * @param at
 *            when it became true, which may be before anybody looked
 * @param matter
 *            what it is about
 */
public record Notice(long number, Instant at, Matter matter) {}
