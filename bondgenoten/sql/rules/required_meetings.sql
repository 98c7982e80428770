-- Meetings owed for the active days of a period: an interval that has not passed cannot be owed.
create macro required_meetings(per_year, days_active, days_in_period) as
    (per_year * days_active) // days_in_period;
