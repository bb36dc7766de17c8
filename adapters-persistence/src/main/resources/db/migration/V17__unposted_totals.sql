-- What turns added to the totals of the pool and is not in their tables yet, as Unposted writes it; NULL if there is nothing.
-- Read by: id, with every read of totals.
ALTER TABLE pool ADD COLUMN unposted MEDIUMTEXT NULL;
