-- The payment sandbox's own objects. It stands apart from the ledger and is empty wherever a Stripe key is set.
-- Repeatable and not numbered, so that it never comes between the numbered migrations of the ledger.
CREATE TABLE IF NOT EXISTS sandbox_object (
    kind    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    seq     BIGINT       NOT NULL AUTO_INCREMENT,
    created BIGINT       NOT NULL,
    body    LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (kind, id),
    UNIQUE KEY sandbox_object_by_order (seq),
    KEY sandbox_object_newest (kind, seq)
) ENGINE = InnoDB;
