-- What people are told of their credits.

-- When the next notice of a pool may be due by time alone, NULL if none will be: a job touches the pools whose time has
-- come. A pool from before there were notices is due at once.
-- Read by: notice_at, earliest first, by pool_notice_at.
ALTER TABLE pool ADD COLUMN notice_at BIGINT NULL, ADD KEY pool_notice_at (notice_at);
UPDATE pool SET notice_at = as_of;

-- Notices, written in the turn that decided them, and the outbox: `due_at` is when one may be claimed by whoever makes
-- its deliveries; a claim moves it to its own end, and it is NULL once they are made. `matter` is JSON.
-- Read by: (pool, number), newest first; those that wait, in order, by notice_due.
CREATE TABLE notice (
    pool        BIGINT      NOT NULL,
    number      BIGINT      NOT NULL,
    type        VARCHAR(40) NOT NULL,
    happened_at BIGINT      NOT NULL,
    written_at  BIGINT      NOT NULL,
    matter      TEXT        NOT NULL,
    due_at      BIGINT      NULL,
    PRIMARY KEY (pool, number),
    KEY notice_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who does not want to see a notice any more.
-- Read by: (pool, email).
CREATE TABLE notice_dismissal (
    pool         BIGINT       NOT NULL,
    email        VARCHAR(320) NOT NULL,
    number       BIGINT       NOT NULL,
    dismissed_at BIGINT       NOT NULL,
    PRIMARY KEY (pool, email, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
