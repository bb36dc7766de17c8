package scrip.persistence.pool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import scrip.application.pool.KeptAnswer;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Writes answers, all of a turn in one row; their keys are mostly there, claimed when the turn began. */
final class AnswerWrites {

    private final Keys claimed;
    private final Map<Long, Set<KeyId>> kept = new HashMap<>();
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
        List<AnswersBlob.Entry> entries = answers.stream().map(AnswersBlob.Entry::of).toList();
        kept.put(pool, entries.stream().map(AnswersBlob.Entry::id).collect(Collectors.toSet()));
        String batch = claimed.batch().hex();
        // A key that nobody asked for has to be new: the table refuses it otherwise, and with it the transaction.
        entries.stream().map(AnswersBlob.Entry::id).filter(id -> !claimed.isClaimed(pool, id))
                .forEach(id -> keys.row().put(pool).putHex(id.hex()).putHex(batch));
        batches.row().put(pool).putHex(batch).put(answers.getFirst().keptAt()).put(entries.size())
                .put(AnswersBlob.of(entries));
    }

    void addTo(RoundTrip trip) {
        trip.write(keys.statements()).write(batches.statements());
        claimed.unkept(kept).forEach((pool, ids) -> trip.write(
                Sql.of("DELETE FROM request_key WHERE pool = ? AND id IN " + KeyId.in(ids), pool)));
    }
}
