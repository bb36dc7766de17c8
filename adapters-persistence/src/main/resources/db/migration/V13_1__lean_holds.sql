-- Holds and charges with fewer indexes to keep: what a hold changes when it ends is its status alone.

-- What a builder's open holds have set aside in sum, kept in the turns that change it.
-- Read by: (pool, builder), where limits are on.
CREATE TABLE builder_held (
    pool    BIGINT       NOT NULL,
    builder VARCHAR(320) NOT NULL,
    micros  BIGINT       NOT NULL,
    PRIMARY KEY (pool, builder)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO builder_held (pool, builder, micros)
SELECT pool, builder, SUM(micros) FROM hold WHERE status = 1 GROUP BY pool, builder;

-- Open holds that are due are those whose time lies after the pool's as_of and not after now: whatever ended before was
-- lapsed by the turn that brought the pool there. So the index needs no change when a hold ends, as one of the open ones
-- would.
-- Read by: (pool, expires_at between the pool's as_of and now).
ALTER TABLE hold
    DROP INDEX hold_due,
    DROP INDEX hold_of_builder,
    DROP COLUMN lapses_at,
    ADD INDEX hold_expiry (pool, expires_at);

-- Most charges are not written with what most charges do not have.
ALTER TABLE charge
    ALTER COLUMN debt SET DEFAULT 0,
    ALTER COLUMN waived SET DEFAULT 0,
    ALTER COLUMN late SET DEFAULT 0,
    ALTER COLUMN refunded SET DEFAULT 0;
