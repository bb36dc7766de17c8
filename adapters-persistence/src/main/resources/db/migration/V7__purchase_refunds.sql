-- Refunds by the operator (rule 28) that wait for the gateway's answer.

-- `refunding_since` follows from `reversals`: when the oldest of the operator's refunds was asked for that the gateway has
-- not answered, NULL while none waits.
-- Read by: those that wait since before an instant, oldest first, by purchase_refunding.
ALTER TABLE purchase
    ADD COLUMN refunding_since BIGINT NULL,
    ADD KEY purchase_refunding (refunding_since);
