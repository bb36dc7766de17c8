package scrip.persistence.pool;

import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Usage;
import scrip.domain.pool.Work;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Totals that are not posted yet")
class UnpostedTest {

    private static final Instant DAY_1 = Instant.EPOCH.plusSeconds(86_400);
    /** As rows have it: it is read by all later versions. */
    private static final String TEXT = """
            {"use":[[1,7,"größer@x.example","query",3000000,2,11,12]],\
            "moved":[[1,6,"query",7,8,2,5000000,21,22]],"held":{"größer@x.example":-4}}""";

    private final Unposted unposted = new Unposted();

    private static Usage use(long charge, long spent, long madeGood, int charges) {
        return new Usage(DAY_1, 7, charge, new Work("query", "größer@x.example", false, null), Credits.of(spent),
                Credits.of(madeGood), charges);
    }

    private static Entry entry(long seq, long credits) {
        return new Entry(seq, DAY_1, new Transfer(DAY_1, TransferType.SPEND, Account.HELD, Account.SPENT,
                Credits.of(credits), null, new Cause("query", "größer@x.example", 1L, 2L, null)), ChainHash.GENESIS);
    }

    @Test
    void is_added_up_by_what_tells_it_apart_and_stands_in_the_row_as_text() {
        unposted.add(use(11, 2, 0, 1));
        unposted.add(use(12, 3, 0, 1));
        unposted.add(use(11, 0, 2, 0));
        unposted.add(entry(21, 1));
        unposted.add(entry(22, 4));
        unposted.addHeld("größer@x.example", 2);
        unposted.addHeld("größer@x.example", -6);
        unposted.addHeld("ada@x.example", 0);

        assertThat(unposted.text()).isEqualTo(TEXT);
        assertThat(unposted.size()).isEqualTo(3);
    }

    @Test
    void is_read_as_it_was_written() {
        assertThat(Unposted.parse(TEXT).text()).isEqualTo(TEXT);
        assertThat(Unposted.parse(null).text()).isNull();
    }

    @Test
    void what_was_set_aside_and_given_back_is_nothing() {
        unposted.addHeld("ada@x.example", 5);
        unposted.addHeld("ada@x.example", -5);

        assertThat(unposted.text()).isNull();
    }
}
