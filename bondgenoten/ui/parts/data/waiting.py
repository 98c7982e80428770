"""Te bevestigen: planned meetings whose day has passed, and a basisteam's word that all is in."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import streamlit as st

from bondgenoten import effects, history, intake, store
from bondgenoten.answers import Row, records
from bondgenoten.intake.messages import message
from bondgenoten.periods import BEGAN, Quarter
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, join, link
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import writing
from bondgenoten.ui.parts.table import page_of

ROWS = 20  # a page: each row has its own buttons


def waiting(page: Page) -> None:
    """Who, of which basisteam; what waits for a word; then the confirmation itself."""
    actor = writing.who(page)
    with st.container(key="filters"):
        filterbar.team(page.words, page.filters, page.register)
    _meetings(page, actor)
    _confirm(page, actor)


def _meetings(page: Page, actor: str | None) -> None:
    say, f = page.words, page.filters
    rows = records(
        history.past_planned(
            store.reader(page.register.path),
            page.register.as_of,
            district=f.district,
            basisteam=f.basisteam,
        )
    )
    if not rows:
        st.html(heading(say("waiting.title"), say("waiting.none")))
        return
    counted = sentences.plural(say, "waiting.counted", len(rows))
    st.html(heading(counted, say("waiting.text")))
    writing.unnamed(say, actor)
    for row in rows[page_of(say, len(rows), f"page-waiting-{f.basisteam}", ROWS)]:
        _meeting(page, row, actor)


def _meeting(page: Page, row: Row, actor: str | None) -> None:
    """One meeting with its three answers, each one click but for the day it moved to."""
    say = page.words
    key = f"{row['network_id']}-{row['date']}"
    what, answers = st.columns([5, 4], vertical_alignment="center")
    what.html(_said(page, row))
    with answers, st.container(horizontal=True, gap="small", key=f"waiting-{key}"):
        is_barred = not actor
        held = st.button(say("waiting.held"), key=f"held-{key}", disabled=is_barred)
        cancelled = st.button(say("waiting.cancelled"), key=f"cancelled-{key}", disabled=is_barred)
        with st.popover(say("waiting.moved"), disabled=is_barred):
            to = st.date_input(
                say("waiting.moved_to"),
                page.register.as_of + timedelta(days=7),
                BEGAN,
                key=f"to-{key}",
                format="DD-MM-YYYY",
            )
            moved = st.button(say("waiting.move"), key=f"move-{key}", disabled=is_barred)
    register, network_id, day = page.register.path, row["network_id"], row["date"]
    if held:
        _answer(page, actor, partial(intake.confirm_planned, register, network_id, day))
    elif cancelled:
        _answer(page, actor, partial(intake.cancel, register, network_id, day))
    elif moved and to:
        _answer(page, actor, partial(intake.move, register, network_id, day, to))


def _said(page: Page, row: Row) -> str:
    say = page.words
    ago = sentences.plural(say, "waiting.ago", row["days_ago"])
    return element(
        "div",
        element("p", element("strong", say.long_date(row["date"])), " · ", _network(page, row)),
        element("p", f"{row['basisteam_name']} · {say.code(row['kind'])} · {ago}", class_="quiet"),
    )


def _network(page: Page, row: Row) -> str:
    address = page.link("netwerk", network_id=row["network_id"])
    return link(address, f"{row['name']} ({row['network_id']})")


def _answer(
    page: Page,
    actor: str | None,
    action: Callable[..., intake.Report],
    known: Collection[str] = (),
) -> None:
    if not actor:
        return
    say = page.words
    report = writing.attempt(
        say,
        lambda: action(as_of=page.register.as_of, actor=actor, effects=effects.effect),
        lambda report: writing.entered(page, report, known),
    )
    if report and report.refused:
        writing.fault(" ".join(message(problem, say.language) for problem in report.errors))
    elif report:
        st.rerun()


def _confirm(page: Page, actor: str | None) -> None:
    """Up to which day a basisteam's data are complete; what looks odd is said first."""
    say, team = page.words, page.filters.basisteam
    st.html(heading(say("confirm.title"), say("confirm.text")))
    if team is None:
        st.html(element("p", say("confirm.choose"), class_="advice"))
        return
    name = str(page.register.teams[team]["name"])
    as_of = page.register.as_of
    until: date | None = st.date_input(
        say("column.covers_until"),
        _next(page, team),
        BEGAN,
        as_of,
        key=f"covers-{team}",
        format="DD-MM-YYYY",
        width=220,
    )
    if until is None:
        return
    odd = _oddities(page, team, until)
    if odd:
        st.html(join([element("p", one, class_="fault") for one in odd]))
    label = say("confirm.button", team=name, date=say.long_date(until))
    is_barred = writing.unnamed(say, actor)
    if st.button(label, type="primary", key=f"confirm-{team}", disabled=is_barred):
        _answer(page, actor, partial(intake.confirm_team, page.register.path, team, until), odd)


def _next(page: Page, team: str) -> date:
    """The end of the last quarter, or today where that is confirmed already."""
    as_of = page.register.as_of
    ended = Quarter.of(as_of).previous.ends_on
    known = records(page.register.figures("quality", as_of, basisteam=team))
    until = known[0]["confirmed_until"] if known else None
    return as_of if until and until >= ended else ended


def _oddities(page: Page, team: str, until: date) -> list[str]:
    """What a look is asked at first: that it was confirmed already, and the warnings of the rules."""
    say, register = page.words, page.register
    known = intake.confirmed_until(store.reader(register.path), team, register.as_of)
    if known and known >= until:
        return [say("confirming.already_confirmed", since=say.date(known))]
    found = _warnings(register.path, register.version, team, until, register.as_of)
    return [message(problem, say.language) for problem in found]


@st.cache_resource(max_entries=32, show_spinner=False)
def _warnings(
    path: Path, version: str, team: str, until: date, as_of: date
) -> list[intake.Problem]:
    """Asked once of a version: a dry run goes through every rule."""
    return intake.confirming(path, team, until, as_of)
