-- What the latest charges of an operation cost, which is what it typically costs a pool.
-- Read by: (pool, operation, own_key = 0), latest first, from the index alone.
CREATE INDEX charge_cost ON charge (pool, operation, own_key, charged_at, micros, refunded);
