-- Rows of one kind that are held back, with the row that each waits for; without one, it is the sheet.
select distinct on (h.source, h.row) h.source, h.row, h.on_source, h.on_row
from held_back h join judged_{kind} j on j.source = h.source and j.row = h.row
where j.state = 'held_back'
order by h.source, h.row, h.on_source, h.on_row
