-- Who shares a pool, and who may do what there.

-- Read by: pool; slug by workspace_slug, which also gives the order of lists.
CREATE TABLE workspace (
    pool       BIGINT       NOT NULL,
    slug       VARCHAR(63)  NOT NULL,
    name       VARCHAR(400) NOT NULL,
    created_at BIGINT       NOT NULL,
    PRIMARY KEY (pool),
    UNIQUE KEY workspace_slug (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Addresses are stored in lower case.
-- Read by: (pool, email); at sign-in, in every workspace, by member_email.
CREATE TABLE member (
    pool          BIGINT       NOT NULL,
    email         VARCHAR(320) NOT NULL,
    name          VARCHAR(400) NOT NULL,
    role          VARCHAR(16)  NOT NULL,
    password_hash VARCHAR(255) NULL,
    PRIMARY KEY (pool, email),
    KEY member_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Read by: id, which is all that a caller shows before we know the pool; a workspace's keys by api_key_of_pool.
CREATE TABLE api_key (
    id          VARCHAR(64)  NOT NULL,
    pool        BIGINT       NOT NULL,
    name        VARCHAR(400) NOT NULL,
    scopes      VARCHAR(100) NOT NULL,
    secret_hash CHAR(64)     NOT NULL,
    created_at  BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY api_key_of_pool (pool, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How far the adjustable clock is ahead of the system's, in microseconds. One row, always there.
CREATE TABLE clock (
    id    TINYINT NOT NULL,
    ahead BIGINT  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO clock (id, ahead) VALUES (1, 0);
