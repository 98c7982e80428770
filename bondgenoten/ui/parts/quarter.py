"""The quarter under review: which one, whether it is closed, its figures beside two others."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import streamlit as st

from bondgenoten import paper, proportion, store
from bondgenoten.answers import Row
from bondgenoten.exports import csv
from bondgenoten.exports.delivery import TYPES
from bondgenoten.language import Words
from bondgenoten.palette import STATUSES
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Values
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts import answer as answers
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review, ended_quarters

# Every status has a row, so that they add up to the networks.
NORM = ("networks", "assessable", *map(str.lower, STATUSES), "dormant")
FREQUENCY = ("meetings_held", "of_which_urgent", "cancelled", "per_network_year", "active_networks")


def choose(page: Page) -> Review:
    """The quarter of the address, or the last that has ended; chosen from a list."""
    filters = page.filters
    options = [str(quarter) for quarter in ended_quarters(filters.as_of)]
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


def screen(name: str) -> AbstractContextManager[object]:
    """One subject of the meeting: in large type, and a screen of a projector to itself."""
    return st.container(key=f"screen-{name}")


def headline(page: Page, review: Review) -> None:
    """The answer of the quarter in a sentence, and whether its figures are fixed."""
    say = page.words
    met, of = (
        review.number(review.quarter, "compliance", name) or 0 for name in ("met", "assessable")
    )
    held = review.number(review.quarter, "frequency", "meetings_held") or 0
    met_of = proportion.spoken(say, int(met), int(of), page.percentage_base)
    end = say("quarter.answer_met", of=met_of) if of else say("quarter.answer_none")
    answer = f"{sentences.plural(say, 'quarter.answer', int(held))} {end}"
    closing = review.closing
    state = say("quarter.open")
    if closing:
        state = say("quarter.closed", date=say.long_date(closing.closed_at.date()))
    answers.title(page, f"{_place(page)} · {named(say, review.quarter)}", answer, state)


def to_keep(page: Page, review: Review) -> None:
    """The whole review as a PDF and as a workbook, and every figure of it as CSV: made on the click."""
    say = page.words
    whole, figures = say("paper.file"), "figures"
    files: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        ("pdf", whole, "application/pdf", lambda: paper.pdf(_gathered(review), say)),
        ("xlsx", whole, TYPES[".xlsx"], lambda: paper.workbook(_gathered(review), say)),
        ("csv", figures, "text/csv", lambda: _csv(review.everything())),
    )
    with st.container(horizontal=True, gap="small"):
        for kind, what, mime, made in files:
            st.download_button(
                say(f"quarter.{kind}"),
                data=made,
                file_name=paper.file_name(review.edition, what, kind),
                mime=mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"{kind}-{review.quarter}",
            )


def _gathered(review: Review) -> paper.Review:
    return paper.gather(store.reader(review.path), review.quarter, review.as_of)


def named(say: Words, quarter: Quarter) -> str:
    """3e kwartaal 2026 (1 juli - 30 september)."""
    ends = (say.long_date(day) for day in (quarter.starts_on, quarter.ends_on))
    first, last = (day.removesuffix(f" {quarter.year}") for day in ends)
    number = say(f"quarter.ordinal.{quarter.number}")
    return say("quarter.named", number=number, year=quarter.year, first=first, last=last)


def norm(page: Page, review: Review) -> None:
    """How the networks of the scope stood on the last day of the quarter."""
    _section(page, review, "compliance", NORM)


def frequency(page: Page, review: Review) -> None:
    """The meetings of the quarter itself."""
    _section(page, review, "frequency", FREQUENCY)


def _section(page: Page, review: Review, metric: str, names: Sequence[str]) -> None:
    say = page.words
    title = say(f"quarter.{metric}")
    st.html(heading(title, say("quarter.figures.subtitle")))
    beside(page, review, title, metric, names)
    below(
        say,
        f"quarter-{metric}-{review.quarter}",
        say("quarter.counted"),
        lambda: paper.machine(_gathered(review), metric),
        paper.file_name(review.edition, metric, "csv"),
    )


def beside(page: Page, review: Review, title: str, metric: str, names: Sequence[str]) -> None:
    """Figures of the scope: this quarter, the one before it, and the same a year ago."""
    say = page.words
    titles = ("quarter.this", "quarter.previous", "quarter.year_ago")
    name = Column(
        say("quarter.column.figure"), lambda row: say(f"column.{row['figure']}"), is_name=True
    )
    columns = [name]
    for of, quarter in zip(titles, review.beside, strict=True):
        shown = _cell(say, review, quarter)
        columns.append(Column(f"{say(of)} ({quarter})", shown, is_number=True))
    rows = [{"metric": metric, "figure": name} for name in names if review.has(metric, name)]
    st.html(table(title, columns, rows))


def _cell(say: Words, review: Review, quarter: Quarter) -> Callable[[Row], Safe | str]:
    def shown(row: Row) -> Safe | str:
        value = review.number(quarter, row["metric"], row["figure"])
        if value is None:
            return say("count.none")
        decimals = 2 if row["figure"] == "per_network_year" else 0
        moved = review.moved(quarter, row["metric"], row["figure"])
        if moved is None:
            return say.number(value, decimals)
        new = say("count.none") if moved.new is None else say.number(float(moved.new), decimals)
        return beside_frozen(say, say.number(value, decimals), new)

    return shown


def beside_frozen(say: Words, old: str, new: str) -> Safe:
    """The frozen figure, and below it what it has become, so marked."""
    return join(old, " ", element("small", say("quarter.restated", new=new)))


def _place(page: Page) -> str:
    scope = page.filters.scope
    if scope.basisteam:
        return str(page.register.teams[scope.basisteam]["name"])
    return scope.district or page.register.unit


def _csv(found: Values) -> bytes:
    """Figures of the quarter, a row each, as frozen or as known now."""
    names = ("metric", "key", "figure")
    columns = [[figure[place] for figure in found] for place in range(len(names))]
    parts = csv.machine_parts([*names, "value"], [[*columns, list(found.values())]])
    return b"".join(parts)
