package scrip.persistence.clock;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import scrip.application.clock.ClockStore;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/** The clock in the database: one row, which its migration made. */
public final class JdbcClockStore implements ClockStore {

    private final Database database;

    public JdbcClockStore(Database database) {
        this.database = database;
    }

    @Override
    public Duration offset() {
        long micros = database.first(Sql.of("SELECT ahead FROM clock WHERE id = 1"), Cells::number)
                .orElseThrow(() -> new IllegalStateException("the row of the clock is gone"));
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    @Override
    public boolean advanceTo(Duration ahead) {
        long micros = ahead.dividedBy(ChronoUnit.MICROS.getDuration());
        return database.write(Sql.of("UPDATE clock SET ahead = ? WHERE id = 1 AND ahead <= ?", micros, micros)) > 0;
    }
}
