-- The gateway's customer of each pool, and automatic top-ups.

-- `mode` is sandbox, test or live: what one of them knows, the others do not.
-- Read by: (pool, mode).
CREATE TABLE gateway_customer (
    pool     BIGINT       NOT NULL,
    mode     VARCHAR(10)  NOT NULL,
    customer VARCHAR(255) NOT NULL,
    PRIMARY KEY (pool, mode)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Automatic top-ups, written only where `version` is still what was read: of all nodes one begins one. `next_at` is when
-- another may begin and NULL while none may; `begun_at` is set while one runs. Amounts of credits are micro-credits.
-- Read by: pool; those that may begin by auto_top_up_next, with the pools' rows; those that run by auto_top_up_begun.
CREATE TABLE auto_top_up (
    pool           BIGINT       NOT NULL,
    version        BIGINT       NOT NULL,
    enabled        TINYINT      NOT NULL,
    threshold      BIGINT       NOT NULL,
    credits        BIGINT       NOT NULL,
    most_per_month INT          NOT NULL,
    mode           VARCHAR(10)  NULL,
    customer       VARCHAR(255) NULL,
    method         VARCHAR(255) NULL,
    label          VARCHAR(100) NULL,
    attempt        INT          NOT NULL,
    begun_at       BIGINT       NULL,
    tried_at       BIGINT       NULL,
    month          INT          NOT NULL,
    begun_in_month INT          NOT NULL,
    declines       INT          NOT NULL,
    ended_at       BIGINT       NULL,
    outcome        VARCHAR(20)  NULL,
    next_at        BIGINT       NULL,
    PRIMARY KEY (pool),
    KEY auto_top_up_next (next_at),
    KEY auto_top_up_begun (tried_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
