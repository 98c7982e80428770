-- Rows that wait for the row of their network to be mended.
select source, row from upload_meetings where trim(given) in (select given from bad_networks)
union all
select source, row from upload_pauses where trim(given) in (select given from bad_networks)
