"""The head of a page, the few figures that carry it, and the list of what to do."""

from collections.abc import Callable, Sequence

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import heading

MOST_ITEMS = 5


def title(page: Page, name: str, first: str, *more: str) -> None:
    """The page's name in small, its answer or question as the title, the rest beneath."""
    st.html(
        element(
            "header",
            element("p", name, class_="eyebrow"),
            element("h1", first),
            [element("p", text, class_="lead") for text in more if text],
            class_="answer",
        )
    )


def headline(page: Page) -> None:
    """The overview's answer."""
    said = sentences.overview(page.words, page.answer)
    if len(said) > 1 and page.answer.assessable:
        said = [f"{said[0]} {said[1]}", *said[2:]]
    title(page, eyebrow(page), *said)


def eyebrow(page: Page) -> str:
    """Whom it is about and when: the scope, the year where it is not the date's own, the date."""
    say, f = page.words, page.filters
    team = page.register.teams[f.basisteam]["name"] if f.basisteam else None
    scope = team or f.district or page.register.unit
    year = None if f.year == f.as_of.year else str(f.year)
    return " · ".join(filter(None, (scope, year, say("frame.as_of", date=say.long_date(f.as_of)))))


def figures(page: Page) -> None:
    """At most five counts, each with its denominator in words."""
    say, a = page.words, page.answer
    dormant_days = page.register.norm_of(a.year)["dormant_days"]
    shown = [
        (
            sentences.count(say, a.met if a.is_over else a.well, a.assessable),
            say("overview.met" if a.is_over else "overview.well"),
        ),
        (
            say.number(a.shortfall if a.is_over else a.to_plan),
            say("overview.short" if a.is_over else "overview.still"),
        ),
        (sentences.count(say, a.teams_with_network, a.teams), say("overview.teams_with_network")),
        (say.number(a.dormant), say("overview.dormant", days=dormant_days)),
    ]
    if a.quarter:
        quarter = sentences.quarter(say, a.quarter)
        shown.append(
            (
                sentences.count(say, a.teams_confirmed, a.teams),
                say("overview.confirmed", quarter=quarter),
            )
        )
    items = [element("div", element("dt", label), element("dd", value)) for value, label in shown]
    st.html(element("dl", items, class_="key-figures"))


def to_do(page: Page) -> None:
    """What this quarter asks, with a link to each basisteam; long lists end in a link to the rest."""
    say, found, a = page.words, page.to_do, page.answer
    quarter = sentences.quarter(say, a.quarter) if a.quarter else ""
    lists: list[Safe | None] = [
        None
        if a.is_over
        else _list(page, sentences.plural(say, "todo.plan", len(found.plan)), found.plan, _plan),
        _list(
            page,
            sentences.plural(say, "todo.without", len(found.without_network)),
            found.without_network,
            _without,
        ),
        _list(
            page,
            sentences.plural(say, "todo.unconfirmed", len(found.unconfirmed), quarter=quarter),
            found.unconfirmed,
            _unconfirmed,
        ),
    ]
    nothing = None if any(lists) else element("p", say("todo.nothing"))
    title_ = heading(say("todo.title"), say("todo.subtitle", date=say.long_date(a.as_of)))
    st.html(element("section", title_, lists, nothing, class_="to-do"))


def _list(
    page: Page, name: str, rows: Sequence[Row], one: Callable[[Page, Row], Safe]
) -> Safe | None:
    if not rows:
        return None
    items = [element("li", one(page, row)) for row in rows[:MOST_ITEMS]]
    rest = len(rows) - len(items)
    more = (
        link(
            page.link("norm", order="te-doen"),
            sentences.plural(page.words, "todo.more", rest),
            class_="more",
        )
        if rest
        else None
    )
    return join(element("h3", name), element("ol", items), more)


def _plan(page: Page, team: Row) -> Safe:
    names = [
        join(
            ", " if number else "",
            link(
                page.link("netwerk", basisteam=team["key"], network_id=row["network_id"]),
                row["network_id"],
            ),
        )
        for number, row in enumerate(team["networks"][:4])
    ]
    more = ", …" if len(team["networks"]) > 4 else ""
    return join(
        _team(page, team),
        element(
            "span",
            sentences.plural(page.words, "todo.plan_one", team["to_plan"]),
            " (",
            names,
            more,
            ")",
        ),
    )


def _without(page: Page, team: Row) -> Safe:
    last = team["last_active_on"]
    said = (
        page.words("todo.since", date=page.words.long_date(last))
        if last
        else page.words("todo.never")
    )
    return join(_team(page, team), element("span", said))


def _unconfirmed(page: Page, team: Row) -> Safe:
    until = team["confirmed_until"]
    say = page.words
    said = (
        say("todo.confirmed_until", date=say.long_date(until))
        if until
        else say("todo.never_confirmed")
    )
    return join(_team(page, team), element("span", said))


def _team(page: Page, team: Row) -> Safe:
    return link(page.link("basisteam", basisteam=team["key"]), team["name"], class_="team")
