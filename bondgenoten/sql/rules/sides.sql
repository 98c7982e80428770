-- The region, district and basisteam that a row of one basisteam counts in.
create macro sides(unit, district, basisteam) as table
select unnest(['region', 'district', 'basisteam']) as level, unnest([unit, district, basisteam]) as key;
