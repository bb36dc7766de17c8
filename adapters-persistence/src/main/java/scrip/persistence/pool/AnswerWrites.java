package scrip.persistence.pool;

import java.util.List;

import scrip.application.pool.KeptAnswer;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Writes answers: a small row for each key, and all answers of a turn in one. */
final class AnswerWrites {

    private final Insert keys = new Insert("INSERT INTO request_key (pool, id, batch) VALUES");
    private final Insert batches = new Insert(
            "INSERT INTO kept_answers (pool, batch, kept_at, answers, content) VALUES");

    /** @param answers of one turn, all kept at its instant */
    void add(long pool, List<KeptAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<AnswersBlob.Entry> entries = answers.stream().map(AnswersBlob.Entry::of).toList();
        String batch = entries.getFirst().id().hex();
        entries.forEach(entry -> keys.row().put(pool).putHex(entry.id().hex()).putHex(batch));
        batches.row().put(pool).putHex(batch).put(answers.getFirst().keptAt()).put(entries.size())
                .put(AnswersBlob.of(entries));
    }

    void addTo(RoundTrip trip) {
        trip.write(keys.statements()).write(batches.statements());
    }
}
