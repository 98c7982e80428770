-- Most active days from one of these dates to the next, the first one not counted. The dates are in
-- order and within the network's life, so that without pauses every day between them is active.
create macro longest_silence(life_from, life_until, pauses, dates) as greatest(0, case
    when len(pauses) = 0 then list_max(list_transform(
        list_zip(dates[:-2], dates[2:]), lambda pair: pair[2] - pair[1]
    ))
    else list_max(list_transform(range(1, len(dates)), lambda i: active_days(
        life_from, life_until, pauses, dates[i] + 1, dates[i + 1]
    )))
end);
