-- Whole days that two inclusive intervals have in common.
create macro days_shared(from_one, until_one, from_other, until_other) as
    greatest(0, least(until_one, until_other) - greatest(from_one, from_other) + 1);
