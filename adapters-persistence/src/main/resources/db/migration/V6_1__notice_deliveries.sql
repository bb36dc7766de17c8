-- What was sent of notices, to whom, and how it went: the delivery log, which is also the queue of what is still to be
-- sent. `due_at` is when a delivery may be claimed for its next try; a claim moves it to its own end, and it is NULL once
-- it has arrived (`delivered_at`) or is given up. `since` is when its tries began, at first or by a resend; `attempts` and
-- `outcome` are those since then.
-- Read by: (pool, notice, channel, address); those that wait, in order, by notice_delivery_due; the newest of all pools by
-- notice_delivery_made.
CREATE TABLE notice_delivery (
    pool         BIGINT       NOT NULL,
    notice       BIGINT       NOT NULL,
    channel      VARCHAR(16)  NOT NULL,
    address      VARCHAR(500) NOT NULL,
    made_at      BIGINT       NOT NULL,
    since        BIGINT       NOT NULL,
    attempts     INT          NOT NULL,
    due_at       BIGINT       NULL,
    tried_at     BIGINT       NULL,
    delivered_at BIGINT       NULL,
    outcome      VARCHAR(500) NULL,
    PRIMARY KEY (pool, notice, channel, address),
    KEY notice_delivery_due (due_at),
    KEY notice_delivery_made (made_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
