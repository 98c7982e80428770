-- The last day of a year that has come by the as-of date: its figures count to that day.
create macro counts_to(year, as_of) as least(as_of, make_date(year, 12, 31));
