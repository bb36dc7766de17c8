package scrip.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Rule 30: the ledger")
class HashChainTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Cause CAUSE = new Cause("query", "ada@example.com", 7L, 8L, "p1");
    private static final Transfer SPEND = new Transfer(NOON, TransferType.SPEND, Account.MONTHLY, Account.SPENT,
            Credits.of(1), new Source.Monthly(3), CAUSE);

    private static ChainHash seal(List<Transfer> transfers) {
        HashChain chain = new HashChain(1, 0, ChainHash.GENESIS);
        chain.seal(transfers, NOON);
        return chain.last();
    }

    private static Transfer because(Cause cause) {
        return new Transfer(NOON, SPEND.type(), SPEND.from(), SPEND.to(), SPEND.credits(), SPEND.source(), cause);
    }

    private static Transfer from(Source source) {
        return new Transfer(NOON, SPEND.type(), SPEND.from(), SPEND.to(), SPEND.credits(), source, CAUSE);
    }

    private static Transfer moving(TransferType type, Account from, Account to, long micros) {
        return new Transfer(NOON, type, from, to, Credits.ofMicros(micros), SPEND.source(), CAUSE);
    }

    /** Computed by another program: ledgers that exist must verify for ever. */
    @Test
    void the_bytes_that_are_hashed_never_change() {
        Transfer withALongText = because(new Cause(null, "ä".repeat(320), null, null, null));

        assertThat(seal(List.of(SPEND))).hasToString(
                "a3a4ab7d24806f4579103d794999e15b8dadf0e45744e7f76d55c0ddc651fdb3");
        assertThat(seal(List.of(SPEND, withALongText))).hasToString(
                "4f60a0e961a497315079b23087ed4bcb83644271b1eb05d7be39c2be652ea0fc");
    }

    @Test
    void a_change_of_any_field_changes_the_hash() {
        List<Transfer> changed = List.of(SPEND,
                new Transfer(NOON.plusNanos(1000), SPEND.type(), SPEND.from(), SPEND.to(), SPEND.credits(),
                        SPEND.source(), CAUSE),
                moving(TransferType.EXPIRY, Account.MONTHLY, Account.SPENT, 1_000_000),
                moving(TransferType.SPEND, Account.ADD_ON, Account.SPENT, 1_000_000),
                moving(TransferType.SPEND, Account.MONTHLY, Account.EXPIRED, 1_000_000),
                moving(TransferType.SPEND, Account.MONTHLY, Account.SPENT, 1_000_001), from(new Source.Monthly(4)),
                from(new Source.Promotional(3)), from(new Source.AddOn("3")), from(null), because(Cause.TIME),
                because(new Cause("debug", "ada@example.com", 7L, 8L, "p1")),
                because(new Cause("query", "bob@example.com", 7L, 8L, "p1")),
                because(new Cause("query", "ada@example.com", 8L, 8L, "p1")),
                because(new Cause("query", "ada@example.com", 7L, 7L, "p1")),
                because(new Cause("query", "ada@example.com", 7L, null, "p1")),
                because(new Cause("query", "ada@example.com", null, 8L, "p1")),
                because(new Cause("query", "ada@example.com", 7L, 8L, "p2")),
                because(new Cause("query", "ada@example.com", 7L, 8L, null)),
                because(new Cause("query", null, 7L, 8L, "p1")), because(new Cause("query", "", 7L, 8L, "p1")),
                because(new Cause("querya", "da@example.com", 7L, 8L, "p1")));
        Set<ChainHash> hashes = new HashSet<>();
        changed.forEach(transfer -> hashes.add(seal(List.of(transfer))));

        assertThat(hashes).hasSameSizeAs(changed);
    }

    @Test
    void the_pool_the_number_the_time_and_the_entry_before_are_part_of_the_hash() {
        ChainHash other = seal(List.of(SPEND));
        Set<ChainHash> hashes = new HashSet<>();
        hashes.add(new HashChain(1, 0, ChainHash.GENESIS).seal(List.of(SPEND), NOON).getFirst().hash());
        hashes.add(new HashChain(2, 0, ChainHash.GENESIS).seal(List.of(SPEND), NOON).getFirst().hash());
        hashes.add(new HashChain(1, 1, ChainHash.GENESIS).seal(List.of(SPEND), NOON).getFirst().hash());
        hashes.add(new HashChain(1, 0, other).seal(List.of(SPEND), NOON).getFirst().hash());
        hashes.add(new HashChain(1, 0, ChainHash.GENESIS).seal(List.of(SPEND), NOON.plusNanos(1000)).getFirst().hash());

        assertThat(hashes).hasSize(5);
    }

    @Test
    void a_missing_or_swapped_entry_changes_the_hash_of_the_last() {
        List<Transfer> ledger = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ledger.add(moving(TransferType.SPEND, Account.MONTHLY, Account.SPENT, i));
        }
        ChainHash sealed = seal(ledger);

        for (int i = 0; i < 4; i++) {
            List<Transfer> missing = new ArrayList<>(ledger);
            missing.remove(i);
            assertThat(seal(missing)).isNotEqualTo(sealed);
            List<Transfer> swapped = new ArrayList<>(ledger);
            swapped.set(i, ledger.get(i + 1));
            swapped.set(i + 1, ledger.get(i));
            assertThat(seal(swapped)).isNotEqualTo(sealed);
        }
    }

    @Test
    void a_chain_that_goes_on_is_the_same_as_one_sealed_at_once() {
        HashChain first = new HashChain(1, 0, ChainHash.GENESIS);
        first.seal(List.of(SPEND), NOON);
        HashChain second = new HashChain(1, first.seq(), ChainHash.of(first.last().toBytes()));

        List<Entry> entries = second.seal(List.of(SPEND, SPEND), NOON);

        assertThat(second.last()).isEqualTo(seal(List.of(SPEND, SPEND, SPEND)));
        assertThat(entries).extracting(Entry::seq).containsExactly(2L, 3L);
        assertThat(entries).extracting(Entry::writtenAt).containsOnly(NOON);
        assertThat(entries.getLast().hash()).isEqualTo(second.last());
    }

    @Test
    void a_hash_has_32_bytes_which_nobody_can_change() {
        byte[] bytes = new byte[32];
        ChainHash hash = ChainHash.of(bytes);
        bytes[0] = 1;
        hash.toBytes()[1] = 1;

        assertThat(hash).isEqualTo(ChainHash.GENESIS).hasSameHashCodeAs(ChainHash.GENESIS)
                .isNotEqualTo(ChainHash.of(bytes)).isNotEqualTo(null).hasToString("00".repeat(32));
        assertThat(ChainHash.of(bytes).hashCode()).isEqualTo(Arrays.hashCode(bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainHash.of(new byte[31])).withMessageContaining("31");
    }

    @Test
    void a_transfer_moves_a_positive_amount_between_two_accounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moving(TransferType.SPEND, Account.MONTHLY, Account.SPENT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moving(TransferType.SPEND, Account.MONTHLY, Account.MONTHLY, 1));
    }

    @Test
    void accounts_types_and_sources_are_found_again_by_what_is_stored_of_them() {
        assertThat(Account.values()).allSatisfy(account -> {
            assertThat(Account.ofCode(account.code())).isEqualTo(account);
            assertThat(Account.ofKey(account.key())).isEqualTo(account);
        });
        assertThat(TransferType.values()).allSatisfy(type -> {
            assertThat(TransferType.ofCode(type.code())).isEqualTo(type);
            assertThat(TransferType.ofKey(type.key())).isEqualTo(type);
        });
        for (Source source : List.of(new Source.Monthly(3), new Source.Promotional(4), new Source.AddOn("a:b"))) {
            assertThat(Source.parse(source.code())).isEqualTo(source);
        }
        assertThat(Account.ADD_ON.key()).isEqualTo("add_on");
        assertThat(TransferType.EXPIRY_REVERSAL.key()).isEqualTo("expiry_reversal");
        assertThatIllegalArgumentException().isThrownBy(() -> Account.ofCode(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TransferType.ofCode(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Source.parse("x:1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Source.parse(""));
    }

    @Test
    void parts_of_a_microsecond_are_not_part_of_the_hash() {
        HashChain late = new HashChain(1, 0, ChainHash.GENESIS);

        assertThat(late.seal(List.of(SPEND), NOON.plusNanos(999)).getFirst().hash()).isEqualTo(seal(List.of(SPEND)));
    }
}
