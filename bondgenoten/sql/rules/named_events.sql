-- The dated events with a name in both languages: the Dutch one where there is no English one, as in
-- a register from before there was a column for it.
create macro named_events() as table
select * replace (coalesce(name_en, name_nl) as name_en)
from (from register.events union all by name select null::varchar as name_en where false);
