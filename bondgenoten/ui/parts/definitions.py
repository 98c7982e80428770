"""How every figure comes about: in words, as it runs, from which sources, and what it cannot say."""

from collections.abc import Sequence

import streamlit as st

from bondgenoten import periods
from bondgenoten.metrics import METRICS
from bondgenoten.ui import data, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts import marks
from bondgenoten.ui.parts.answer import title
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.table import Column, table

CANNOT = ("safety", "ranking", "crime", "themes", "unknown")
PRIVACY = ("counts", "names", "refused", "machine")
RULE_ORDER = (
    "NOT_ASSESSABLE",
    "MET",
    "UNKNOWN",
    "NOT_MET",
    "OUT_OF_REACH",
    "TO_PLAN",
    "ON_COURSE",
    "BEHIND_BUT_PLANNED",
)


def headline(page: Page) -> None:
    say = page.words
    title(page, say("page.definitions.title"), say("definitions.question"), say("definitions.lead"))


def limits(page: Page) -> None:
    """What the figures cannot say; before everything else on the page."""
    _prose(page, "definitions.cannot", [f"definitions.cannot.{name}" for name in CANNOT])


def statuses(page: Page) -> None:
    """The eight statuses in the order of the rule: the first that fits is the status."""
    say = page.words
    rows = [{"code": code, "place": place} for place, code in enumerate(RULE_ORDER, 1)]
    columns = (
        Column(say("definitions.column.step"), lambda row: row["place"], is_number=True),
        Column(say("column.status"), lambda row: marks.status(say, row["code"]), is_name=True),
        Column(
            say("definitions.column.when"),
            lambda row: say(f"definitions.status.{row['code']}"),
            is_long=True,
        ),
    )
    name = say("definitions.statuses.title")
    st.html(join(heading(name, say("definitions.statuses.subtitle")), table(name, columns, rows)))


def metrics(page: Page) -> None:
    """Each figure's definition in words and its SQL as it runs, then the rules they share."""
    say, texts = page.words, data.sql_of("metrics")
    st.html(heading(say("definitions.metrics.title"), say("definitions.metrics.subtitle")))
    for name in (name for name in METRICS if name in texts):
        said = element("p", say(f"metric.{name}.definition"))
        st.html(element("div", element("h3", say(f"metric.{name}.title")), said, class_="prose"))
        with st.expander(say("definitions.as_it_runs", name=f"metrics/{name}.sql")):
            st.code(texts[name], language="sql", wrap_lines=True)
    with st.expander(say("definitions.rules", n=len(data.sql_of("rules")))):
        for name, text in data.sql_of("rules").items():
            st.html(element("h3", f"rules/{name}.sql"))
            st.code(text, language="sql", wrap_lines=True)


def norm_table(page: Page) -> None:
    """The numbers that are choices, by the year from which they hold."""
    say, norms = page.words, page.register.norms
    names = [name for name in norms[0] if name != "year_from"]
    rows = [
        {"name": name} | {str(norm["year_from"]): norm[name] for norm in norms} for name in names
    ]
    by_name = Column(
        say("definitions.column.number"),
        lambda row: say(f"definitions.norm.{row['name']}"),
        is_name=True,
    )
    columns = [by_name, *(_year_column(page, str(norm["year_from"])) for norm in norms)]
    deadline = periods.Quarter.of(page.register.as_of).previous
    due = deadline.deadline(page.register.norm_of(deadline.year)["confirmation_days"])
    example = say(
        "definitions.norm.example",
        quarter=sentences.quarter(say, str(deadline)),
        date=say.long_date(due),
    )
    title_ = say("definitions.norm.title")
    st.html(join(heading(title_, example), table(title_, columns, rows)))


def _year_column(page: Page, year: str) -> Column:
    title_ = page.words("definitions.column.from", year=year)
    return Column(title_, lambda row: row[year], is_number=True)


def sources(page: Page) -> None:
    """Where the organisation's names and areas come from, and how certain each is."""
    say = page.words
    columns = (
        Column(say("column.basisteam"), lambda row: row["name"], is_name=True),
        Column(say("column.district"), lambda row: row["district"]),
        Column(
            say("definitions.column.name_certainty"),
            lambda row: _certainty(page, row["name_certainty"]),
        ),
        Column(say("column.area"), lambda row: row["area"], is_long=True),
        Column(
            say("definitions.column.area_certainty"),
            lambda row: _certainty(page, row["area_certainty"]),
        ),
    )
    name, rows = say("definitions.sources.title"), list(page.register.teams.values())
    st.html(heading(name, say("definitions.sources.subtitle")))
    with st.expander(say("definitions.sources.table", n=len(rows)), expanded=len(rows) <= 20):
        st.html(table(name, columns, rows))


def privacy(page: Page) -> None:
    """What is kept, and what never."""
    _prose(page, "definitions.privacy", [f"definitions.privacy.{name}" for name in PRIVACY])


def _certainty(page: Page, code: str) -> str:
    # The organisation's own reference files may use words of their own.
    known = f"certainty.{code}"
    return page.words(known) if page.words.has(known) else code


def _prose(page: Page, name: str, points: Sequence[str]) -> None:
    say = page.words
    items: list[Safe] = [element("li", say(point)) for point in points]
    head = heading(say(f"{name}.title"), say(f"{name}.subtitle"))
    st.html(join(head, element("div", element("ul", items), class_="prose")))
