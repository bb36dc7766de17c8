package scrip.persistence.sql;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.persistence.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whatever a text holds, the server reads it as that text: nothing in it ends the literal, in any SQL mode. */
class LiteralsIT {

    private static final List<
            String> NASTY = List.of("", "plain", "it's", "\\", "\\'", "'; DROP TABLE pool; --", "?", "??",
                    "\"quoted\"", "`back`", "{d '2026-01-01'}", "{\"json\":\"\\u0041\\n\"}", "a\nb\tc\u0000d\u001A",
                    "äöü €", "😀",
                    "-- comment", "/* comment */", "x'00'", "_utf8mb4 x'41'", " space ", ";");

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @ParameterizedTest
    @ValueSource(strings = {"STRICT_TRANS_TABLES", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES",
        "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"})
    void a_text_in_a_round_trip_arrives_as_it_is(String mode) {
        List<String> arrived = new ArrayList<>();
        RoundTrip trip = new RoundTrip().write(Sql.of("SET @before = @@sql_mode"))
                .write(Sql.of("SET SESSION sql_mode = ?", mode));
        NASTY.forEach(text -> trip.read(Sql.of("SELECT ?", text), cells -> arrived.add(cells.text())));
        STORES.database().read(trip.write(Sql.of("SET SESSION sql_mode = @before")));

        assertThat(arrived).isEqualTo(NASTY);
    }

    @Test
    void a_text_is_stored_and_found_again_as_text_and_as_bytes() {
        List<String> texts = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Insert rows = new Insert("INSERT INTO nasty (id, bytes, text) VALUES");
        RoundTrip trip = new RoundTrip().write(
                Sql.of("CREATE TABLE nasty (id INT PRIMARY KEY, bytes VARBINARY(100), text TEXT, KEY (bytes)) "
                        + "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_bin"));
        for (int i = 0; i < NASTY.size(); i++) {
            rows.row().put((long) i).put(NASTY.get(i)).put(NASTY.get(i));
        }
        trip.write(rows.statements()).read(Sql.of("SELECT text FROM nasty ORDER BY id"), c -> texts.add(c.text()));
        NASTY.forEach(text -> trip.read(Sql.of("SELECT text FROM nasty WHERE bytes = ?", text),
                cells -> found.add(cells.text())));
        STORES.database().read(trip.write(Sql.of("DROP TABLE nasty")));

        assertThat(texts).isEqualTo(NASTY);
        assertThat(found).isEqualTo(NASTY);
    }

    @Test
    void numbers_flags_bytes_and_null_stand_as_what_they_are() {
        StringBuilder text = new StringBuilder();

        Sql.of("VALUES (?, ?, ?, ?, ?)", 7L, -3, true, new byte[]{1, (byte) 0xfe}, null).appendTo(text);

        assertThat(text).hasToString("VALUES (7, -3, 1, x'01fe', NULL)");
    }

    @Test
    void what_the_database_would_have_to_guess_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sql.of("SELECT ?", 1.5).appendTo(new StringBuilder()));
    }
}
