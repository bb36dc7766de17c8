-- The log of tries behind each delivery.

-- Tries since a delivery was made; unlike `attempts`, a resend does not begin them anew.
ALTER TABLE notice_delivery ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;

-- What came of the latest tries: `slot` is the number of the try modulo how many are kept (Outbox.KEPT), so that each takes
-- the place of one that is old enough. `result` is arrived, failed or refused, `took` in microseconds.
-- Read by: (pool, notice, channel, address).
CREATE TABLE notice_attempt (
    pool     BIGINT       NOT NULL,
    notice   BIGINT       NOT NULL,
    channel  VARCHAR(16)  NOT NULL,
    address  VARCHAR(500) NOT NULL,
    slot     INT          NOT NULL,
    number   BIGINT       NOT NULL,
    began_at BIGINT       NOT NULL,
    took     BIGINT       NOT NULL,
    result   VARCHAR(10)  NOT NULL,
    outcome  VARCHAR(500) NOT NULL,
    PRIMARY KEY (pool, notice, channel, address, slot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
