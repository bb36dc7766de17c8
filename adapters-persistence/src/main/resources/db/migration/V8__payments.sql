-- What the operator sees of the inbox, and what reconciliation remembers.

-- `outcome` says how an event ended: done, ignored or dead; NULL while it waits. `failure` is also why it was ignored.
-- Read by: the operator's page, newest first, by webhook_event_newest, the dead ones alone by webhook_event_outcome.
ALTER TABLE webhook_event
    ADD COLUMN outcome VARCHAR(10) NULL,
    ADD KEY webhook_event_newest (received_at, id),
    ADD KEY webhook_event_outcome (outcome, received_at, id);
UPDATE webhook_event SET outcome = 'done' WHERE due_at IS NULL AND done_at IS NOT NULL;
UPDATE webhook_event SET outcome = 'dead' WHERE due_at IS NULL AND done_at IS NULL;

-- Paid purchases in the order of their payments, by purchase_paid.
ALTER TABLE purchase ADD KEY purchase_paid (paid_at, id);

-- How far reconciliation has come and what its last pass did. One row, always there.
-- Read by: id. A pass that is due begins by an UPDATE of begun_at, so that of all nodes one does it.
CREATE TABLE reconciliation (
    id            TINYINT      NOT NULL,
    begun_at      BIGINT       NOT NULL,
    events_since  BIGINT       NULL,
    events_cursor VARCHAR(255) NULL,
    list_begun_at BIGINT       NULL,
    open_at       BIGINT       NULL,
    open_id       VARCHAR(64)  NULL,
    paid_at       BIGINT       NULL,
    paid_id       VARCHAR(64)  NULL,
    reported_at   BIGINT       NULL,
    checked       INT          NOT NULL,
    fulfilled     INT          NOT NULL,
    ended         INT          NOT NULL,
    audited       INT          NOT NULL,
    events        INT          NOT NULL,
    missed        INT          NOT NULL,
    complete      TINYINT      NOT NULL,
    reached       TINYINT      NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO reconciliation (id, begun_at, checked, fulfilled, ended, audited, events, missed, complete, reached)
VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0);

-- In what the gateway and we do not agree, until the operator has settled it.
-- Read by: (kind, subject); those seen of late by discrepancy_seen.
CREATE TABLE discrepancy (
    kind       VARCHAR(40)   NOT NULL,
    subject    VARCHAR(255)  NOT NULL,
    detail     VARCHAR(2000) NOT NULL,
    first_seen BIGINT        NOT NULL,
    last_seen  BIGINT        NOT NULL,
    PRIMARY KEY (kind, subject),
    KEY discrepancy_seen (last_seen, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
