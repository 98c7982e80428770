-- The dated events with a name in both languages: the Dutch one where there is no English one.
create macro named_events() as table
select * replace (coalesce(name_en, name_nl) as name_en) from register.events;
