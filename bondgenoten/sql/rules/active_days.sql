-- Active days in [window_from, window_until]: days of the network's life that no pause covers.
-- `pauses` is the network's list of intervals, which never overlap one another.
create macro active_days(life_from, life_until, pauses, window_from, window_until) as
    days_shared(life_from, life_until, window_from, window_until)
    - case when len(pauses) = 0 then 0 else list_sum(list_transform(pauses, lambda pause: days_shared(
        pause.paused_from, pause.paused_until,
        greatest(life_from, window_from), least(life_until, window_until)
    )))::integer end;
