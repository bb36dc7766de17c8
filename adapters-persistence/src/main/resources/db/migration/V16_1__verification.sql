-- How the latest verification goes or went. One row, always there; begun_at is NULL before the first. It goes on while
-- ended_at is NULL and heard_at, its last sign of life, is not long ago. `findings` is JSON.
-- Read by: id. One begins by an UPDATE of begun_at, so that of all nodes one does.
CREATE TABLE verification (
    id       TINYINT    NOT NULL,
    begun_at BIGINT     NULL,
    heard_at BIGINT     NOT NULL,
    ended_at BIGINT     NULL,
    pools    BIGINT     NOT NULL,
    entries  BIGINT     NOT NULL,
    findings MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO verification (id, begun_at, heard_at, ended_at, pools, entries, findings) VALUES (1, NULL, 0, 0, 0, 0, '[]');
