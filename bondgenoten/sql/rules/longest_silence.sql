-- Most active days from one of these dates to the next, the first one not counted. The dates are in
-- order and within the network's life, so that without pauses every day between them is active.
create macro longest_silence(life_from, life_until, pauses, dates) as
    coalesce(list_max(list_transform(range(1, len(dates)), lambda i:
        case when len(pauses) = 0 then greatest(0, dates[i + 1] - dates[i]) else active_days(
            life_from, life_until, pauses, dates[i] + 1, dates[i + 1]
        ) end
    )), 0);
