"""Invoeren: one meeting, network or pause by hand, through the checks that a file goes through."""

from collections import defaultdict
from typing import Any

import streamlit as st

from bondgenoten import effects, intake
from bondgenoten.answers import Row, records
from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.groups import grouped
from bondgenoten.intake.messages import message
from bondgenoten.ui import filterbar
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts import naming
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import fields, withdraw, writing

ENTERED = ("meetings", "networks", "pauses")
NEW = ""
# Columns that stand beside each other, so that a meeting fits one screen.
ROWS = {
    "meetings": (("date", "status", "kind"), ("themes",), ("agenda_from",),
                 ("present_police", "present_municipality", "present_citizens")),
    "networks": (("network_id", "name"), ("basisteam", "municipality"), ("scale", "area"),
                 ("started_on", "ended_on"),
                 ("members_police", "members_municipality", "members_citizens")),
    "pauses": (("paused_from", "paused_until"), ("reason",)),
}  # fmt: skip


def enter(page: Page) -> None:
    """Who, which network, what; then the form, as it is or as it stands in the register."""
    say = page.words
    actor = writing.who(page)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        filterbar.team(say, page.filters, page.register)
        filterbar.network(say, page.filters, page.register)
    kind = st.segmented_control(
        say("enter.what"),
        ENTERED,
        format_func=lambda name: say(f"enter.kind.{name}"),
        default=ENTERED[0],
        required=True,
        key="enter-kind",
    )
    network_id = _network(page)
    if network_id is None and kind != "networks":
        st.html(element("p", say("enter.choose_network"), class_="advice"))
        return
    _row(page, KINDS[kind or ENTERED[0]], network_id, actor)


def _network(page: Page) -> str | None:
    """The chosen network, or the only one that there is."""
    within = filterbar.networks_within(page.filters, page.register)
    if page.filters.network_id:
        return page.filters.network_id
    return within[0] if len(within) == 1 and page.filters.basisteam else None


def _row(page: Page, kind: Kind, network_id: str | None, actor: str | None) -> None:
    """A new row, or one that is there already to be corrected."""
    say = page.words
    there = _there(page, kind, network_id)
    chosen: str = NEW
    if kind.name == "networks":
        chosen = next(iter(there), NEW)
    elif there:
        chosen = st.selectbox(
            say(f"enter.which.{kind.name}"),
            [NEW, *there],
            format_func=lambda key: _named(page, kind, there[key]) if key else say("enter.new"),
            key=f"enter-which-{kind.name}-{network_id}",
            width=420,
        )
    title = f"enter.{'correct' if chosen else 'add'}.{kind.name}"
    st.html(heading(say(title), say("enter.text")))
    _form(page, kind, network_id, there, chosen, actor)
    if kind.name == "pauses" and chosen:
        withdraw.pause(page, there[chosen], actor)


def _there(page: Page, kind: Kind, network_id: str | None) -> dict[str, Row]:
    """The rows of the network by key, the newest first."""
    if network_id is None:
        return {}
    rows = records(page.register.table(kind.name, network_id, page.register.as_of))
    return {"|".join(str(row[column]) for column in kind.key): row for row in reversed(rows)}


def _named(page: Page, kind: Kind, row: Row) -> str:
    say = page.words
    day = say.date(row[kind.key[1]])
    return f"{day} · {say.code(row['status'])}" if kind.name == "meetings" else day


def _form(
    page: Page,
    kind: Kind,
    network_id: str | None,
    there: dict[str, Row],
    chosen: str,
    actor: str | None,
) -> None:
    say, known = page.words, there.get(chosen, {})
    # A new key after each save empties the form; the same one keeps what was typed beside its faults.
    key = f"enter-{kind.name}-{network_id}-{chosen}-{writing.saves()}"
    found: fields.Faults = st.session_state.get("entry_faults", {}).get(key, fields.Faults())
    columns = {column.name: column for column in kind.columns}
    texts = {} if kind.name == "networks" else {"network_id": network_id or ""}
    with st.form(key, border=True):
        for text in found.messages.get("network_id", []) if "network_id" in texts else []:
            writing.fault(text)
        for names in ROWS[kind.name]:
            for name, place in zip(names, st.columns(len(names)), strict=True):
                with place:
                    value = known.get(name) if known else _default(page, name)
                    if known and name in kind.key:
                        texts[name] = str(known[name])
                        _fixed(page, name, known[name])
                        continue
                    texts[name] = fields.shown(page, columns[name], value, key, found)
        is_barred = writing.unnamed(say, actor)
        is_asked = st.form_submit_button(say("enter.save"), type="primary", disabled=is_barred)
        if is_asked and actor:
            taken = page.register.networks() if kind.name == "networks" else there
            is_taken = not known and "|".join(texts[column] for column in kind.key) in taken
            declared = fields.declared(key, found)
            _save(page, kind, texts, declared, key, actor, is_taken=is_taken)


def _default(page: Page, name: str) -> Any:
    return page.register.as_of if name in ("date", "started_on", "paused_from") else None


def _fixed(page: Page, name: str, value: Any) -> None:
    """What tells one row from another cannot be corrected: it would be another row."""
    shown = page.words.date(value) if hasattr(value, "year") else str(value)
    st.text_input(page.words(f"column.{name}"), shown, disabled=True, key=f"fixed-{name}-{value}")


def _save(
    page: Page,
    kind: Kind,
    texts: fields.Texts,
    declared: fields.Texts,
    key: str,
    actor: str,
    *,
    is_taken: bool,
) -> None:
    say = page.words
    if is_taken:
        _again(key, fields.Faults({kind.key[-1]: [say(f"enter.taken.{kind.name}")]}))
    report = writing.attempt(
        say,
        lambda: intake.enter(
            page.register.path,
            kind.name,
            texts,
            declared,
            fields.sure(key, texts),
            as_of=page.register.as_of,
            actor=actor,
            effects=effects.effect,
        ),
        lambda report: writing.entered(page, report),
    )
    if report is not None:
        if report.asked:
            naming.ask({fields.field_of(key, name): texts[name] for name in report.asked})
        _again(key, _by_column(page, report))


def _again(key: str, found: fields.Faults) -> None:
    """The form once more, each fault at its field; an empty one where there is none."""
    st.session_state["entry_faults"] = {key: found}
    st.rerun()


def _by_column(page: Page, report: intake.Report) -> fields.Faults:
    found: dict[str, list[str]] = defaultdict(list)
    for problem in report.errors:
        found[problem.column or ""].append(message(problem, page.words.language))
    groups = grouped(report.errors)
    return fields.Faults(
        dict(found), frozenset(g.first.column or "" for g in groups if g.is_declarable)
    )
