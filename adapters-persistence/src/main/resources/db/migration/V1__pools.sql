-- Pools and all that changes with them in one transaction.
--
-- Instants are microseconds since the epoch, credits micro-credits (1 credit = 1,000,000), both BIGINT: no server loses
-- or rounds any. Every table leads its primary key with the pool, so that a pool's rows lie together and the schema can
-- be spread by pool. There are no foreign keys: each would lock a parent row on the hottest path, and sharded servers
-- do not have them; the row lock on `pool` is what keeps a pool's rows in step.

-- The row that is locked. It holds the whole balance: one read shows it, one UPDATE changes it. What SQL readers and the
-- verifier compare with the ledger stands in columns; licenses, grants, lots and debts in `state`, as JSON.
-- Read and locked by: id (primary key).
CREATE TABLE pool (
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
    PRIMARY KEY (id),
    CONSTRAINT pool_is_never_below_zero CHECK (monthly >= 0 AND promotional >= 0 AND add_on >= 0
        AND held_monthly >= 0 AND held_monthly_ended >= 0 AND held_promotional >= 0 AND held_add_on >= 0
        AND debt >= 0),
    CONSTRAINT pool_in_debt_has_nothing CHECK (debt = 0 OR monthly + promotional + add_on = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The ledger: only ever appended to, in the order of its primary key, without gaps. Types and accounts are the codes of
-- TransferType and Account.
-- Read by: (pool, seq) for pages, the verifier and the days of `ledger_day`.
CREATE TABLE ledger_entry (
    pool         BIGINT       NOT NULL,
    seq          BIGINT       NOT NULL,
    due_at       BIGINT       NOT NULL,
    written_at   BIGINT       NOT NULL,
    type         TINYINT      NOT NULL,
    from_account TINYINT      NOT NULL,
    to_account   TINYINT      NOT NULL,
    micros       BIGINT       NOT NULL,
    source       VARCHAR(100) NULL,
    operation    VARCHAR(100) NULL,
    builder      VARCHAR(320) NULL,
    hold         BIGINT       NULL,
    charge       BIGINT       NULL,
    purchase     VARCHAR(64)  NULL,
    hash         BINARY(32)   NOT NULL,
    PRIMARY KEY (pool, seq),
    CONSTRAINT ledger_moves_something CHECK (micros > 0 AND from_account <> to_account)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the entries due on a day (UTC, days since the epoch) did to each account in sum, and where in the ledger they
-- lie: the balance at any instant is the sum of the days before and of the entries of its own day, however long the
-- ledger is, and the ledger needs no index by time.
-- Read by: (pool, day).
CREATE TABLE ledger_day (
    pool      BIGINT  NOT NULL,
    day       INT     NOT NULL,
    account   TINYINT NOT NULL,
    micros    BIGINT  NOT NULL,
    first_seq BIGINT  NOT NULL,
    last_seq  BIGINT  NOT NULL,
    PRIMARY KEY (pool, day, account)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Holds. `lapses_at` is the end of an open hold and NULL once it has ended.
-- Read by: (pool, number); the open ones that are due by hold_due.
CREATE TABLE hold (
    pool       BIGINT       NOT NULL,
    number     BIGINT       NOT NULL,
    status     TINYINT      NOT NULL,
    operation  VARCHAR(100) NOT NULL,
    builder    VARCHAR(320) NOT NULL,
    own_key    TINYINT      NOT NULL,
    reference  VARCHAR(400) NULL,
    micros     BIGINT       NOT NULL,
    ceiling    BIGINT       NULL,
    slices     TEXT         NOT NULL,
    created_at BIGINT       NOT NULL,
    expires_at BIGINT       NOT NULL,
    lapses_at  BIGINT       NULL,
    PRIMARY KEY (pool, number),
    KEY hold_due (pool, lapses_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Charges. `refundable` is NULL as long as it is what `slices` says, `receipt` where the service reported credits.
-- Read by: (pool, number), newest first; a builder's own by charge_of_builder.
CREATE TABLE charge (
    pool       BIGINT       NOT NULL,
    number     BIGINT       NOT NULL,
    hold       BIGINT       NULL,
    operation  VARCHAR(100) NOT NULL,
    builder    VARCHAR(320) NOT NULL,
    own_key    TINYINT      NOT NULL,
    reference  VARCHAR(400) NULL,
    micros     BIGINT       NOT NULL,
    slices     TEXT         NOT NULL,
    debt       BIGINT       NOT NULL,
    waived     BIGINT       NOT NULL,
    late       TINYINT      NOT NULL,
    charged_at BIGINT       NOT NULL,
    period     BIGINT       NOT NULL,
    receipt    MEDIUMTEXT   NULL,
    refundable TEXT         NULL,
    refunded   BIGINT       NOT NULL,
    PRIMARY KEY (pool, number),
    KEY charge_of_builder (pool, builder, number),
    CONSTRAINT charge_is_refunded_once CHECK (refunded >= 0 AND refunded <= micros)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What repaid the debt of a charge and is not part of its `refundable` yet: it becomes so, and its rows go, when the
-- charge is next written.
-- Read by: (pool, charge).
CREATE TABLE debt_repayment (
    pool   BIGINT       NOT NULL,
    charge BIGINT       NOT NULL,
    seq    BIGINT       NOT NULL,
    source VARCHAR(100) NOT NULL,
    micros BIGINT       NOT NULL,
    PRIMARY KEY (pool, charge, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Use by day (UTC, days since the epoch), net of make-goods.
-- Read by: (pool, day).
CREATE TABLE usage_daily (
    pool      BIGINT       NOT NULL,
    day       INT          NOT NULL,
    builder   VARCHAR(320) NOT NULL,
    operation VARCHAR(100) NOT NULL,
    micros    BIGINT       NOT NULL,
    charges   BIGINT       NOT NULL,
    PRIMARY KEY (pool, day, builder, operation)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Use by period of monthly credits, net of make-goods.
-- Read by: (pool, period).
CREATE TABLE usage_period (
    pool    BIGINT       NOT NULL,
    period  BIGINT       NOT NULL,
    builder VARCHAR(320) NOT NULL,
    micros  BIGINT       NOT NULL,
    PRIMARY KEY (pool, period, builder)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Answers kept under the keys of their requests. The key is bytes: no collation makes two keys one, not even by a space
-- at the end.
-- Read by: (pool, request_key); dropped by age by request_key_age.
CREATE TABLE request_key (
    pool        BIGINT          NOT NULL,
    request_key VARBINARY(1100) NOT NULL,
    fingerprint VARBINARY(32)   NOT NULL,
    status      SMALLINT        NOT NULL,
    body        MEDIUMTEXT      NOT NULL,
    kept_at     BIGINT          NOT NULL,
    PRIMARY KEY (pool, request_key),
    KEY request_key_age (kept_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
