-- Dead letters that the operator has seen to: `outcome` is put_away then, `done_at` when he did, and `seen_by` who.
-- Read by: as webhook_event.
ALTER TABLE webhook_event ADD COLUMN seen_by VARCHAR(320) NULL;
