-- When a card was saved, so that late news of an older one does not take its place; NULL if it was saved before this was
-- kept.
-- Read by: as auto_top_up.
ALTER TABLE auto_top_up ADD COLUMN card_saved_at BIGINT NULL;
