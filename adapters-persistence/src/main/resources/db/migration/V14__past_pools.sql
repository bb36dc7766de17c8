-- How pools stood in the past, so that a balance of the past can be told whole: what the ledger's rows do not tell (licenses,
-- ends and reasons of grants, which purchases stand) stands here, what was in it is told by them.

-- A pool as a turn left it, with the columns of `pool`: written by the first turn of a day, which bounds the rows of the ledger
-- to be read, and by each turn that changed licenses, the period, or which grants and purchases there are. `late_from` is set
-- where a turn wrote rows that were due before the one before it, the earliest of them then, and `late_after` the number of
-- the row before its own; both are NULL otherwise.
-- Read by: (id, as_of, seq), the last up to an instant and the first after it; those whose late rows were due by an instant, by
-- past_pool_late.
CREATE TABLE past_pool (
    id                 BIGINT      NOT NULL,
    created_at         BIGINT      NOT NULL,
    as_of              BIGINT      NOT NULL,
    last_number        BIGINT      NOT NULL,
    seq                BIGINT      NOT NULL,
    hash               BINARY(32)  NOT NULL,
    period             BIGINT      NOT NULL,
    period_start       BIGINT      NOT NULL,
    period_end         BIGINT      NOT NULL,
    granted            BIGINT      NOT NULL,
    licensed           TINYINT     NOT NULL,
    cycle_anchor       BIGINT      NOT NULL,
    cycle_zone         VARCHAR(64) NOT NULL,
    monthly            BIGINT      NOT NULL,
    promotional        BIGINT      NOT NULL,
    add_on             BIGINT      NOT NULL,
    held_monthly       BIGINT      NOT NULL,
    held_monthly_ended BIGINT      NOT NULL,
    held_promotional   BIGINT      NOT NULL,
    held_add_on        BIGINT      NOT NULL,
    debt               BIGINT      NOT NULL,
    state              MEDIUMTEXT  NOT NULL,
    notice_at          BIGINT      NULL,
    late_from          BIGINT      NULL,
    late_after         BIGINT      NULL,
    PRIMARY KEY (id, as_of, seq),
    KEY past_pool_late (id, late_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Pools from before: what they were until now is not remembered.
INSERT INTO past_pool (id, created_at, as_of, last_number, seq, hash, period, period_start, period_end, granted, licensed,
    cycle_anchor, cycle_zone, monthly, promotional, add_on, held_monthly, held_monthly_ended, held_promotional, held_add_on,
    debt, state, notice_at)
SELECT id, created_at, as_of, last_number, seq, hash, period, period_start, period_end, granted, licensed,
    cycle_anchor, cycle_zone, monthly, promotional, add_on, held_monthly, held_monthly_ended, held_promotional, held_add_on,
    debt, state, notice_at FROM pool;
