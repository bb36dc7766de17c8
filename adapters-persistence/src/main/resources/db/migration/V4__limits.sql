-- Limits per builder. They stand in the state of their pool's row; these indexes serve their decisions and are read only
-- where limits are on.

-- What a builder's open holds have set aside, without looking at any other hold or at the row itself.
-- Read by: (pool, builder), the open ones.
CREATE INDEX hold_of_builder ON hold (pool, builder, lapses_at, micros);

-- How many members build, and so share.
-- Read by: (pool, role).
CREATE INDEX member_role ON member (pool, role);
