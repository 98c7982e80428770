"""Frequentie: how often networks meet, what is more than noise, and who is silent now."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import calendar, evidence, frequency, funnel, limits, silence

page = frame.open_page("frequency")

frequency.headline(page)
frequency.meetings(page)
evidence.rows_behind(page, "frequency")
limits.frequency(page)
silence.silence(page)
funnel.funnel(page)
calendar.calendar(page)
