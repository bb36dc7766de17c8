package scrip.application.workspace;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {

    private final Recent<String, String> recent = new Recent<>(() -> 0);

    @Test
    void what_is_looked_up_is_remembered() {
        recent.get("key", _ -> "first");

        assertThat(recent.get("key", _ -> "second")).isEqualTo("first");
    }

    @Test
    void what_changed_while_it_was_looked_up_is_not_remembered() {
        String old = recent.get("key", key -> {
            recent.forget(key);
            return "old";
        });

        assertThat(old).isEqualTo("old");
        assertThat(recent.get("key", _ -> "new")).isEqualTo("new");
    }
}
