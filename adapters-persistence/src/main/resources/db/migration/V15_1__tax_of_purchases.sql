-- What the gateway took on top of the price, in minor units: money that goes back is of both in proportion.
-- Read by: as purchase.
ALTER TABLE purchase ADD COLUMN tax BIGINT NOT NULL DEFAULT 0;
