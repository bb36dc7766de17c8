-- Purchases and the gateway's events.

-- Amounts of money are in minor units of `currency`. `reversals` is JSON: what has become of money and credits since the
-- payment, NULL while nothing has.
-- Read by: id; the gateway's ids by purchase_session and purchase_intent, which also keep them unique; a pool's newest
-- by purchase_of_pool; those pending, oldest first, by purchase_status.
CREATE TABLE purchase (
    id           VARCHAR(64)  NOT NULL,
    pool         BIGINT       NOT NULL,
    status       VARCHAR(20)  NOT NULL,
    credits      BIGINT       NOT NULL,
    bonus        BIGINT       NOT NULL,
    subtotal     BIGINT       NOT NULL,
    discount     BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    promo_code   VARCHAR(100) NULL,
    buyer        VARCHAR(320) NULL,
    created_at   BIGINT       NOT NULL,
    session      VARCHAR(255) NULL,
    checkout_url TEXT         NULL,
    expires_at   BIGINT       NULL,
    paid_at      BIGINT       NULL,
    intent       VARCHAR(255) NULL,
    receipt_url  TEXT         NULL,
    reversals    MEDIUMTEXT   NULL,
    PRIMARY KEY (id),
    UNIQUE KEY purchase_session (session),
    UNIQUE KEY purchase_intent (intent),
    KEY purchase_of_pool (pool, created_at),
    KEY purchase_status (status, created_at),
    CONSTRAINT purchase_is_of_something CHECK (credits > 0 AND bonus >= 0 AND discount >= 0 AND discount <= subtotal)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The inbox. `due_at` is when an event may be claimed, first when it was received; a claim moves it to its own end, and
-- it is NULL once the event is done or dead.
-- Read by: id; those that wait, in order, by webhook_event_due.
CREATE TABLE webhook_event (
    id          VARCHAR(255) NOT NULL,
    type        VARCHAR(255) NOT NULL,
    created     BIGINT       NOT NULL,
    body        MEDIUMTEXT   NOT NULL,
    received_at BIGINT       NOT NULL,
    attempts    INT          NOT NULL,
    due_at      BIGINT       NULL,
    done_at     BIGINT       NULL,
    failure     TEXT         NULL,
    PRIMARY KEY (id),
    KEY webhook_event_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
