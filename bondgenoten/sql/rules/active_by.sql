-- Active days of a network's life up to and including a day. Those after one day and up to another are
-- the difference.
create macro active_by(life_from, life_until, pauses, day) as
    active_days(life_from, life_until, pauses, life_from, day);
