package scrip.persistence.pool;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;

import scrip.application.pool.Answer;
import scrip.application.pool.KeptAnswer;
import scrip.application.pool.RequestKey;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Literals;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An answer kept under its request's key, as a row. */
record KeyRow(long pool, KeptAnswer answer) {

    static final String COLUMNS = "k.pool, k.request_key, k.fingerprint, k.status, k.body, k.kept_at";

    static final String INSERT = "INSERT INTO request_key (pool, request_key, fingerprint, status, body, kept_at) VALUES";

    static KeyRow of(Cells cells) throws SQLException {
        long pool = cells.number();
        RequestKey key = new RequestKey(new String(cells.bytes(), UTF_8), HexFormat.of().formatHex(cells.bytes()));
        return new KeyRow(pool, new KeptAnswer(key, new Answer(cells.integer(), cells.text()), cells.instant()));
    }

    void insert(Insert rows) {
        rows.row().put(pool).put(answer.key().key())
                .put(HexFormat.of().parseHex(answer.key().fingerprint())).put(answer.answer().status())
                .put(answer.answer().body()).put(answer.keptAt());
    }

    /** @return the keys for an IN */
    static String in(Collection<String> keys) {
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            Literals.append(text.append(text.isEmpty() ? '(' : ','), key);
        }
        return text.append(')').toString();
    }
}
