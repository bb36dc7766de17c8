-- Answers under the keys of their requests, a third of what they were: they were half of all that a request cost the
-- database. The answers of one turn lie together, packed; a key is 16 bytes of its SHA-256 and names the turn.

-- `batch` is the first key of the turn. `content` is what AnswersBlob makes of its answers, `answers` how many there are.
-- Read by: (pool, batch), of the few keys that come again; dropped by age by kept_answers_age.
CREATE TABLE kept_answers (
    pool    BIGINT     NOT NULL,
    batch   BINARY(16) NOT NULL,
    kept_at BIGINT     NOT NULL,
    answers INT        NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (pool, batch),
    KEY kept_answers_age (kept_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Read by: (pool, id), which is also what makes a key unique. It goes with its kept_answers.
CREATE TABLE lean_key (
    pool  BIGINT     NOT NULL,
    id    BINARY(16) NOT NULL,
    batch BINARY(16) NOT NULL,
    PRIMARY KEY (pool, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was kept before is a turn of its own each, as AnswersBlob writes what is not worth compressing.
INSERT INTO lean_key (pool, id, batch)
SELECT pool, UNHEX(LEFT(SHA2(request_key, 256), 32)), UNHEX(LEFT(SHA2(request_key, 256), 32)) FROM request_key;
INSERT INTO kept_answers (pool, batch, kept_at, answers, content)
SELECT pool, UNHEX(LEFT(SHA2(request_key, 256), 32)), kept_at, 1,
    CONCAT(UNHEX(CONCAT('0000000001', LEFT(SHA2(request_key, 256), 32), LPAD(HEX(LENGTH(fingerprint)), 2, '0'),
            HEX(fingerprint), LPAD(HEX(status), 4, '0'), LPAD(HEX(LENGTH(body)), 8, '0'))),
        CAST(body AS BINARY))
FROM request_key;
DROP TABLE request_key;
RENAME TABLE lean_key TO request_key;
