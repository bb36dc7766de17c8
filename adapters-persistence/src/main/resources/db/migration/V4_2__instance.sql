-- What license keys are made for: an id that this instance is given once. One row at most.
-- Read by: id.
CREATE TABLE instance (
    id          TINYINT     NOT NULL,
    instance_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
