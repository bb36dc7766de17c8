package scrip.domain.ledger;

import java.time.Instant;

/**
 * A transfer as it stands in a pool's ledger, sealed to the one before it.
 *
 * @param seq
 *            1 for a pool's first entry, without gaps
 * @param writtenAt
 *            when it was written
 * @param hash
 *            {@link HashChain} over this entry and the hash of the one before
 */
public record Entry(long seq, Instant writtenAt, Transfer transfer, ChainHash hash) {}
