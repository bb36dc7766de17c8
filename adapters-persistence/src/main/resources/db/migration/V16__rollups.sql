-- Totals from which pages read what they show, so that they cost the same however long the ledger is and however many
-- builders there are. All are kept in the transaction of what they total, and the verifier compares them with it.

-- Use of all builders by day (UTC, days since the epoch) and operation, net of make-goods, and between which numbers the
-- day's charges of the operation lie.
-- Read by: (pool, day), for charts, totals and forecasts, and for the numbers of the charges of some days.
CREATE TABLE usage_total (
    pool         BIGINT       NOT NULL,
    day          INT          NOT NULL,
    operation    VARCHAR(100) NOT NULL,
    micros       BIGINT       NOT NULL,
    charges      BIGINT       NOT NULL,
    first_charge BIGINT       NOT NULL,
    last_charge  BIGINT       NOT NULL,
    PRIMARY KEY (pool, day, operation)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO usage_total (pool, day, operation, micros, charges, first_charge, last_charge)
SELECT pool, charged_at DIV 86400000000, operation, SUM(micros - refunded), COUNT(*), MIN(number), MAX(number)
FROM charge GROUP BY pool, charged_at DIV 86400000000, operation;

-- Use by month (UTC, months since the year 0), net of make-goods. What is asked of some days is whole months of this and
-- a few days of `usage_daily`, in which one builder's are found day by day.
-- Read by: (pool, month) for the use of each builder; (pool, month, builder) for one builder's.
CREATE TABLE usage_monthly (
    pool      BIGINT       NOT NULL,
    month     INT          NOT NULL,
    builder   VARCHAR(320) NOT NULL,
    operation VARCHAR(100) NOT NULL,
    micros    BIGINT       NOT NULL,
    charges   BIGINT       NOT NULL,
    PRIMARY KEY (pool, month, builder, operation)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO usage_monthly (pool, month, builder, operation, micros, charges)
SELECT pool, EXTRACT(YEAR FROM DATE_ADD('1970-01-01', INTERVAL day DAY)) * 12
    + EXTRACT(MONTH FROM DATE_ADD('1970-01-01', INTERVAL day DAY)) - 1, builder, operation, SUM(micros), SUM(charges)
FROM usage_daily GROUP BY 1, 2, 3, 4;

ALTER TABLE usage_daily DROP INDEX usage_daily_of_builder;

-- What moved on a day (UTC, days since the epoch), by reason: the sum of some days explains a balance without reading
-- their entries. `operation` is empty for what moved for none.
-- Read by: (pool, day).
CREATE TABLE ledger_movement (
    pool         BIGINT       NOT NULL,
    day          INT          NOT NULL,
    type         TINYINT      NOT NULL,
    operation    VARCHAR(100) NOT NULL,
    from_account TINYINT      NOT NULL,
    to_account   TINYINT      NOT NULL,
    entries      BIGINT       NOT NULL,
    micros       BIGINT       NOT NULL,
    PRIMARY KEY (pool, day, type, operation, from_account, to_account)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO ledger_movement (pool, day, type, operation, from_account, to_account, entries, micros)
SELECT pool, due_at DIV 86400000000, type, COALESCE(operation, ''), from_account, to_account, COUNT(*), SUM(micros)
FROM ledger_entry GROUP BY pool, due_at DIV 86400000000, type, COALESCE(operation, ''), from_account, to_account;

-- Each of the pages of charges is a run of one of these, or a few of them merged: those of a builder and operation, newest
-- first, by charge_of_builder; those of an operation by charge_of_operation, which also tells what they cost without
-- looking at any row.
ALTER TABLE charge
    DROP INDEX charge_of_builder,
    DROP INDEX charge_cost,
    ADD KEY charge_of_builder (pool, builder, operation, number),
    ADD KEY charge_of_operation (pool, operation, own_key, charged_at, number, micros, refunded);
