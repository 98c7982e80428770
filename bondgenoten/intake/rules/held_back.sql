-- Rows that wait for the row of their network to be mended.
select u.source, u.row, b.on_source, b.on_row
from upload_{kind} u join bad_networks b on trim(u.given) = b.given
