-- The norm table's row that holds in each calendar year from first to last.
create macro norm_in_years(first_year, last_year) as table
with years as (
    select
        year::integer as year,
        make_date(year, 1, 1) as year_starts_on,
        make_date(year, 12, 31) as year_ends_on
    from range(first_year, last_year + 1) as counted(year)
)
select * from years asof join register.norm as norm on years.year >= norm.year_from;
