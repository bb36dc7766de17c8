package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import scrip.application.pool.KeptAnswer;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Writes answers, all of a turn in one row; their keys are mostly there, claimed when the turn began. */
final class AnswerWrites {

    private final Keys claimed;
    private final Map<Long, Set<String>> kept = new HashMap<>();
    private final Insert keys = new Insert("INSERT INTO request_key (pool, id, batch) VALUES");
    private final Insert batches = new Insert(
            "INSERT INTO kept_answers (pool, batch, kept_at, answers, content) VALUES");

    AnswerWrites(Keys claimed) {
        this.claimed = claimed;
    }

    /** @param answers of one turn, all kept at its instant */
    void add(long pool, List<KeptAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        String batch = claimed.batch().hex();
        Set<String> keptKeys = HashSet.newHashSet(answers.size());
        List<AnswersBlob.Entry> entries = new ArrayList<>(answers.size());
        for (KeptAnswer answer : answers) {
            String key = answer.key().key();
            KeyId id = claimed.id(pool, key);
            keptKeys.add(key);
            entries.add(new AnswersBlob.Entry(id, answer.key().fingerprint(), answer.answer()));
            // A key that nobody asked for has to be new: the table refuses it otherwise, and with it the transaction.
            if (!claimed.isClaimed(pool, key)) {
                keys.row().put(pool).putHex(id.hex()).putHex(batch);
            }
        }
        kept.put(pool, keptKeys);
        batches.row().put(pool).putHex(batch).put(answers.getFirst().keptAt()).put(entries.size())
                .put(AnswersBlob.of(entries));
    }

    void addTo(RoundTrip trip) {
        trip.write(keys.statements()).write(batches.statements());
        claimed.unkept(kept).forEach((pool, ids) -> trip.write(
                Sql.of("DELETE FROM request_key WHERE pool = ? AND id IN " + KeyId.in(ids), pool)));
    }
}
