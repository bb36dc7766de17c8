-- One builder's use over any days, without reading what all the others used. The sums themselves are not in it, so that it
-- is written once a day for a builder and operation and not with each charge.
-- Read by: (pool, builder, day), for the totals of one builder.
CREATE INDEX usage_daily_of_builder ON usage_daily (pool, builder, day);
