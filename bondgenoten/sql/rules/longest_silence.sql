-- Most active days from one of these dates to the next; dates in order, the first one not counted.
create macro longest_silence(life_from, life_until, pauses, dates) as
    coalesce(list_max(list_transform(range(1, len(dates)), lambda i: active_days(
        life_from, life_until, pauses, dates[i] + 1, dates[i + 1]
    ))), 0);
