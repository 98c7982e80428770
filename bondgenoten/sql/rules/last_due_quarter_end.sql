-- The latest quarter end whose deadline to confirm lies before the as-of date.
create macro last_due_quarter_end(as_of) as
    (select max(ends_on) from quarters where deadline < as_of);
