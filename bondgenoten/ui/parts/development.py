"""The line of the years: how many networks meet five times in twelve months."""

from datetime import date

from bondgenoten import charts
from bondgenoten.answers import records
from bondgenoten.exports import csv
from bondgenoten.periods import ORDERED
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.parts.chart import Chart, show
from bondgenoten.ui.parts.table import Column, table

MARKS = {ORDERED: "development.mark.order", date(2020, 3, 12): "development.mark.corona"}


def development(page: Page) -> None:
    """Norm over rolling twelve months, at each quarter end from 2015 to the as-of date."""
    say, f = page.words, page.filters
    frame = page.register.development(f.as_of, f.scope)
    rows = records(frame)
    if not rows:
        return
    marks = [(day, say(word)) for day, word in MARKS.items() if day <= f.as_of]
    names = (say("development.assessable"), say("development.met"))
    last = (rows[-1]["assessable"], rows[-1]["met"])
    high, low = (
        f"<b>{say.number(value)}</b><br>{name}" for value, name in zip(last, names, strict=True)
    )
    columns = [
        Column(say("column.on_date"), lambda row: say.date(row["on_date"]), is_name=True),
        Column(say("column.networks"), lambda row: say.number(row["networks"]), is_number=True),
        Column(say("column.assessable"), lambda row: say.number(row["assessable"]), is_number=True),
        Column(say("column.met"), lambda row: say.number(row["met"]), is_number=True),
    ]
    sentence = sentences.development(say, rows)
    show(
        say,
        Chart(
            key="development",
            title=say("development.title"),
            subtitle=f"{sentence} {say('development.subtitle')}",
            alt=say(
                "development.alt",
                first=say.date(rows[0]["on_date"]),
                x=rows[0]["met"],
                n=rows[0]["assessable"],
                sentence=sentence,
            ),
            figure=charts.development(rows, marks, names, (high, low)),
            table=table(say("development.title"), columns, rows[::-1]),
            counted=say("metric.development.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )
