"""The quarter under review: which one, whether it is closed, its figures beside two others."""

from collections.abc import Callable

import streamlit as st

from bondgenoten import paper, proportion, store
from bondgenoten.answers import Row
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Figure, Values
from bondgenoten.ui import filterbar
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts import answer as answers
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review, ended_quarters

FIRST = Quarter(2007, 1)


def choose(page: Page) -> Review:
    """The quarter of the address, or the last that has ended; chosen from a list."""
    filters = page.filters
    options = [str(quarter) for quarter in ended_quarters(filters.as_of, FIRST)]
    chosen = filters.quarter if filters.quarter in options else options[0]
    st.session_state["filter_kwartaal"] = chosen
    st.selectbox(
        page.words("filter.quarter"),
        options,
        key="filter_kwartaal",
        format_func=lambda code: named(page.words, Quarter.parse(code)),
        on_change=filterbar.changed,
        args=(filters, "filter_kwartaal", "quarter"),
        width=380,
    )
    return Review(page.register, Quarter.parse(chosen), filters.as_of, filters.scope)


def headline(page: Page, review: Review) -> None:
    """The answer of the quarter in a sentence, and whether its figures are fixed."""
    say = page.words
    met, of = (
        review.number(review.quarter, "compliance", name) or 0 for name in ("met", "assessable")
    )
    held = review.number(review.quarter, "frequency", "meetings_held") or 0
    answer = say(
        "quarter.answer",
        held=say.number(held),
        of=proportion.spoken(say, int(met), int(of), page.percentage_base),
    )
    closing = review.closing
    state = say("quarter.open")
    if closing:
        state = say("quarter.closed", date=say.long_date(closing.closed_at.date()))
    answers.title(page, f"{_place(page)} · {named(say, review.quarter)}", answer, state)


def on_paper(page: Page, review: Review) -> None:
    """The whole review as a PDF, made on the click."""
    say = page.words
    st.download_button(
        say("quarter.paper"),
        data=lambda: paper.pdf(
            paper.gather(store.reader(review.path), review.quarter, review.as_of), say
        ),
        file_name=f"bondgenoten-{review.quarter}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
        key=f"paper-{review.quarter}",
    )


def named(say: Words, quarter: Quarter) -> str:
    """3e kwartaal 2026 (1 juli - 30 september)."""
    ends = (say.long_date(day) for day in (quarter.starts_on, quarter.ends_on))
    first, last = (day.removesuffix(f" {quarter.year}") for day in ends)
    number = say(f"quarter.ordinal.{quarter.number}")
    return say("quarter.named", number=number, year=quarter.year, first=first, last=last)


def figures(page: Page, review: Review) -> None:
    """The figures of the scope: this quarter, the one before it, and the same a year ago."""
    say = page.words
    st.html(heading(say("quarter.figures"), say("quarter.figures.subtitle")))
    titles = ("quarter.this", "quarter.previous", "quarter.year_ago")
    columns = [Column(say("quarter.column.figure"), lambda row: row["title"], is_name=True)]
    for title, quarter in zip(titles, review.beside, strict=True):
        columns.append(
            Column(f"{say(title)} ({quarter})", _cell(say, review, quarter), is_number=True)
        )
    known = [row for row in _rows(say) if review.has(row["metric"], row["figure"])]
    st.html(table(say("quarter.figures"), columns, known))
    below(say, f"quarter-{review.quarter}", say("quarter.counted"), lambda: _csv(review))


def themes(page: Page, review: Review) -> None:
    """What was discussed this quarter and a year ago; a change in words only where demonstrable."""
    say = page.words
    this, _, year_ago = (review.values(quarter) for quarter in review.beside)
    names = {code: theme[f"name_{say.language}"] for code, theme in page.register.themes.items()}
    columns = [
        Column(say("column.theme"), lambda row: names[row["theme"]], is_name=True),
        Column(say("quarter.this"), lambda row: _of(page, this, row["theme"]), is_number=True),
        Column(
            say("quarter.year_ago"), lambda row: _of(page, year_ago, row["theme"]), is_number=True
        ),
        Column(
            say("column.change"),
            lambda row: _change(say, this, row["theme"]),
        ),
    ]
    st.html(heading(say("quarter.themes"), say("quarter.themes.subtitle")))
    st.html(table(say("quarter.themes"), columns, [{"theme": code} for code in names]))


def _of(page: Page, values: Values, theme: str) -> str:
    names = ("meetings_with_theme", "meetings_with_any_theme")
    x, n = (int(values.get(Figure("themes", theme, name)) or 0) for name in names)
    return proportion.spoken(page.words, x, n, page.percentage_base)


def _change(say: Words, values: Values, theme: str) -> str:
    return say.code(values.get(Figure("themes", theme, "change")) or "NONE")


def _rows(say: Words) -> list[Row]:
    shown = {
        "frequency": ("meetings_held", "of_which_urgent", "cancelled", "per_network_year",
                      "active_networks"),
        "compliance": ("networks", "assessable", "met", "on_course", "to_plan", "out_of_reach",
                       "not_met", "unknown", "dormant"),
    }  # fmt: skip
    return [
        {"metric": metric, "figure": figure, "title": say(f"column.{figure}")}
        for metric, names in shown.items()
        for figure in names
    ]


def _cell(say: Words, review: Review, quarter: Quarter) -> Callable[[Row], Safe | str]:
    def shown(row: Row) -> Safe | str:
        value = review.number(quarter, row["metric"], row["figure"])
        if value is None:
            return say("count.none")
        return say.number(value, 2 if row["figure"] == "per_network_year" else 0)

    return shown


def _place(page: Page) -> str:
    scope = page.filters.scope
    if scope.basisteam:
        return str(page.register.teams[scope.basisteam]["name"])
    return scope.district or page.register.unit


def _csv(review: Review) -> bytes:
    """Every figure of the quarter, a row each, as frozen or as known now."""
    found = review.everything()
    names = ("metric", "key", "figure")
    columns = [[figure[place] for figure in found] for place in range(len(names))]
    parts = csv.machine_parts([*names, "value"], [[*columns, list(found.values())]])
    return b"".join(parts)
