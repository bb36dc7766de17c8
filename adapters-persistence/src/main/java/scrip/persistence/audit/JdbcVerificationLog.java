package scrip.persistence.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.audit.Verification;
import scrip.application.audit.Verification.Finding;
import scrip.application.audit.VerificationLog;
import scrip.domain.audit.Flaw;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Json;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Keeps in the database how the latest verification goes. */
public final class JdbcVerificationLog implements VerificationLog {

    private final Database database;

    public JdbcVerificationLog(Database database) {
        this.database = database;
    }

    /** A finding as it stands in the JSON. Names are kept for ever. */
    private record FindingText(long pool, String kind, @Nullable Long seq, String what) {

        static FindingText of(Finding finding) {
            Flaw flaw = finding.flaw();
            return new FindingText(finding.pool().value(), flaw.kind().key(), flaw.seq(), flaw.what());
        }

        Finding toDomain() {
            return new Finding(new PoolId(pool),
                    new Flaw(Flaw.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), seq, what));
        }
    }

    @Override
    public boolean begin(Instant now, Instant quietSince) {
        return database.write(
                Sql.of("""
                        UPDATE verification SET begun_at = ?, heard_at = ?, ended_at = NULL, pools = 0, entries = 0, findings = '[]'
                        WHERE id = 1 AND (ended_at IS NOT NULL OR heard_at < ?)""",
                        Micros.of(now), Micros.of(now),
                        Micros.of(quietSince)))
                > 0;
    }

    @Override
    public void progress(long pools, long entries, Instant at) {
        database.write(Sql.of("""
                UPDATE verification SET heard_at = ?, pools = ?, entries = ? WHERE id = 1 AND ended_at IS NULL""",
                Micros.of(at), pools, entries));
    }

    @Override
    public void end(Verification verification, Instant at) {
        List<FindingText> findings = verification.findings().stream().map(FindingText::of).toList();
        database.write(Sql.of("""
                UPDATE verification SET heard_at = ?, ended_at = ?, pools = ?, entries = ?, findings = ?
                WHERE id = 1 AND ended_at IS NULL""", Micros.of(at), Micros.of(at), verification.pools(),
                verification.entries(), Json.MAPPER.writeValueAsString(findings)));
    }

    @Override
    public Optional<Run> latest() {
        return database.first(Sql.of("""
                SELECT begun_at, heard_at, ended_at, pools, entries, findings FROM verification
                WHERE id = 1 AND begun_at IS NOT NULL"""), JdbcVerificationLog::run);
    }

    private static Run run(Cells cells) throws SQLException {
        return new Run(cells.instant(), cells.instant(), cells.instantOrNull(), cells.number(), cells.number(),
                Arrays.stream(Json.MAPPER.readValue(cells.text(), FindingText[].class)).map(FindingText::toDomain)
                        .toList());
    }
}
