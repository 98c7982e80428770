-- What is plausible, for all rules together. Beyond it a value is warned of, never refused.
select
    as_of,
    -- The method began when the norm did: in the first year of the reference table.
    make_date((select min(year_from) from register.norm), 1, 1) as first_day,
    -- The norm is counted by calendar year: nobody plans beyond the one after this.
    make_date(year(as_of) + 1, 12, 31) as last_day,
    -- Composition: a network has ten members at most (definition 7).
    10 as most_members,
    -- Of one side, where every member brings a guest.
    2 as times_present,
    -- To the same day of the week before or after; regular meetings lie further apart.
    7 as days_moved
from upload
