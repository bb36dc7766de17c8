-- Promo codes and their redemptions (rule 27).

-- `kind` says what `amount` is: percent, minor units of `currency`, or micro-credits. `redeemed` counts the redemptions
-- that are taken or kept; its row is what a redemption locks.
-- Read by: code; the newest by promo_code_newest.
CREATE TABLE promo_code (
    code                VARCHAR(64) NOT NULL,
    kind                VARCHAR(20) NOT NULL,
    amount              BIGINT      NOT NULL,
    currency            CHAR(3)     NULL,
    starts_at           BIGINT      NULL,
    ends_at             BIGINT      NULL,
    max_redemptions     BIGINT      NULL,
    max_per_pool        BIGINT      NULL,
    minimum_credits     BIGINT      NOT NULL,
    first_purchase_only TINYINT     NOT NULL,
    created_at          BIGINT      NOT NULL,
    retired_at          BIGINT      NULL,
    redeemed            BIGINT      NOT NULL,
    PRIMARY KEY (code),
    KEY promo_code_newest (created_at),
    CONSTRAINT promo_code_gives_something CHECK (amount > 0 AND redeemed >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- `state` is taken, kept or returned; `open_since` is when one was taken that waits for what becomes of its purchase,
-- NULL once that is settled. The purchase may not be there (yet).
-- Read by: code and purchase; those of a pool by promo_redemption_of_pool; the newest of a code by
-- promo_redemption_newest; those left open by promo_redemption_open.
CREATE TABLE promo_redemption (
    code       VARCHAR(64) NOT NULL,
    purchase   VARCHAR(64) NOT NULL,
    pool       BIGINT      NOT NULL,
    state      VARCHAR(10) NOT NULL,
    taken_at   BIGINT      NOT NULL,
    open_since BIGINT      NULL,
    PRIMARY KEY (code, purchase),
    KEY promo_redemption_of_pool (code, pool, state),
    KEY promo_redemption_newest (code, taken_at),
    KEY promo_redemption_open (open_since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
