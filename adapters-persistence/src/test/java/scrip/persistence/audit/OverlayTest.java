package scrip.persistence.audit;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import scrip.domain.audit.HeldTotal;

import static org.assertj.core.api.Assertions.assertThat;

class OverlayTest {

    private final Overlay<HeldTotal> overlay = new Overlay<>(Comparator.comparing(HeldTotal::builder),
            (one, more) -> new HeldTotal(one.builder(), one.micros() + more.micros()),
            List.of(total("f", 6), total("b", 2), total("d", 3), total("d", 1)));

    private static HeldTotal total(String builder, long micros) {
        return new HeldTotal(builder, micros);
    }

    @Test
    void a_full_page_ends_with_its_last_row() {
        assertThat(overlay.page(null, 2, List.of(total("a", 1), total("d", 10))))
                .containsExactly(total("a", 1), total("b", 2), total("d", 14));
    }

    @Test
    void a_page_begins_after_what_the_one_before_ended_with() {
        assertThat(overlay.page(total("d", 14), 2, List.of(total("e", 5))))
                .containsExactly(total("e", 5), total("f", 6));
    }

    @Test
    void what_has_no_rows_yet_is_the_last_page() {
        assertThat(overlay.page(null, 2, List.of())).containsExactly(total("b", 2), total("d", 4), total("f", 6));
        assertThat(overlay.page(total("f", 6), 2, List.of())).isEmpty();
    }
}
