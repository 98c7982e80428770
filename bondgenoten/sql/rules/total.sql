-- A sum in whole numbers that is 0 where there is nothing to add.
create macro total(counts) as coalesce(sum(counts), 0)::bigint;
