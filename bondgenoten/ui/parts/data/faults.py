"""What is wrong with a delivery, grouped, beside its cell, with what can be mended in one click."""

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.intake import declaring
from bondgenoten.intake.groups import Group, grouped
from bondgenoten.intake.messages import message
from bondgenoten.intake.problems import Problem
from bondgenoten.language import Words
from bondgenoten.ui import sentences
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data.writing import fault
from bondgenoten.ui.parts.table import Column, page_of, table

OPEN_GROUPS = 4  # faults that stand open; what follows is a list to choose from


def problems(page: Page, delivery: Delivery) -> None:
    """Nothing wrong in a sentence; otherwise each kind of fault with its cells."""
    assert delivery.checked
    say, report = page.words, delivery.checked.report
    if not report.problems:
        st.html(element("p", say("deliver.faultless"), class_="done"))
        return
    errors, warnings = len(report.errors), len(report.warnings)
    said = [
        sentences.plural(say, f"deliver.{kind}", number)
        for kind, number in (("errors", errors), ("warnings", warnings))
        if number
    ]
    lead = say("deliver.faults.text") if errors else say("deliver.warnings.text")
    st.html(heading(f" {say('deliver.and')} ".join(said), lead))
    groups = grouped(report.problems)
    _mend_all(say, delivery, groups)
    shown = page_of(say, len(groups), "page-groups")
    for place, group in enumerate(groups[shown], start=shown.start):
        is_open = place < OPEN_GROUPS and group.first.severity == "error"
        _group(page, delivery, group, f"{place}", is_open)


def waiting(page: Page, delivery: Delivery) -> None:
    """The rows that are sound themselves but wait, each with the cell it waits for."""
    assert delivery.checked
    say, held = page.words, delivery.checked.report.held
    if not held:
        return
    title = sentences.plural(say, "deliver.waiting", len(held))
    with st.expander(title, key="waiting"):
        shown = page_of(say, len(held), "page-waiting")
        rows: list[Row] = [{"problem": problem} for problem in held[shown]]
        st.html(table(title, _columns(page, delivery), rows, is_stacked=True))


def _mend_all(say: Words, delivery: Delivery, groups: list[Group]) -> None:
    """One click for every cell that can only mean one thing."""
    texts = {place: text for group in groups for place, text in group.mended.items()}
    if sum(bool(group.mended) for group in groups) > 1:
        st.button(
            sentences.plural(say, "deliver.mend_all", len(texts)),
            key="mend-all",
            on_click=delivery.mend,
            args=(texts,),
        )


def _group(page: Page, delivery: Delivery, group: Group, key: str, is_open: bool) -> None:
    say = page.words
    with st.expander(title(say, group), expanded=is_open, key=f"group-{key}"):
        shown = page_of(say, group.count, f"page-group-{key}")
        rows: list[Row] = [{"problem": problem} for problem in group.problems[shown]]
        st.html(table(title(say, group), _columns(page, delivery), rows, is_stacked=True))
        if group.mend is not None:
            st.button(
                sentences.plural(
                    say,
                    "deliver.mend",
                    group.count,
                    typed=_short(group.first.value),
                    meant=group.mend,
                ),
                key=f"mend-{key}",
                on_click=delivery.mend,
                args=(group.mended,),
            )
        if group.is_declarable:
            _declare(say, delivery, group, key)


def title(say: Words, group: Group) -> str:
    """Fout · Status: staat niet in de lijst (“gehoudn”) · 3 keer. No two groups have the same one."""
    first = group.first
    what = _cause(say, first)
    column = f"column.{first.column}"
    if first.column and say.has(column):
        what = f"{say(column)}: {what}"
    counted = sentences.plural(say, "deliver.times", group.count)
    return f"{say(f'deliver.{first.severity}')} · {what} · {counted}"


def _cause(say: Words, first: Problem) -> str:
    named = (f"{first.code}.{first.reason}", str(first.reason), first.code)
    what = say(next(key for name in named if say.has(key := f"problem.title.{name}")))
    if "personal" in first.details and first.reason in (None, "parted"):
        kind = say(f"personal.{first.details['personal']}")
        return say("problem.title.personal_data.of", what=what, personal=kind)
    if first.value and (first.suggestion or first.code == "unknown_column"):
        return say("deliver.typed", what=what, value=_short(first.value))
    return what


def _columns(page: Page, delivery: Delivery) -> list[Column]:
    say = page.words
    names = [name for name, _ in delivery.files]

    def where(row: Row) -> Safe:
        problem: Problem = row["problem"]
        file = _shown_name(delivery, problem.file) if len(names) > 1 else None
        place = " · ".join(part for part in (problem.sheet, problem.cell) if part)
        return join(place or say("deliver.whole"), element("small", file) if file else None)

    return [
        Column(say("deliver.where"), where, is_name=True),
        Column(say("deliver.value"), lambda row: _typed(say, row["problem"])),
        Column(
            say("deliver.what"), lambda row: message(row["problem"], say.language), is_long=True
        ),
    ]


def _shown_name(delivery: Delivery, number: int) -> str:
    """The name as the report gives it: without what points at a person."""
    assert delivery.checked
    return delivery.checked.report.files[number].name


def _typed(say: Words, problem: Problem) -> str:
    if problem.code == "personal_data":
        return say("deliver.hidden")
    text = problem.value or ""
    return text if len(text) <= 60 else text[:59] + "…"


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= 30 else text[:29] + "…"


def _declare(say: Words, delivery: Delivery, group: Group, key: str) -> None:
    """A number that only looks like a BSN: the reason is kept, the number is not."""
    with st.form(f"declare-{key}"):
        st.html(element("p", say("deliver.bsn.text")))
        reason = st.text_input(say("deliver.bsn.reason"), max_chars=declaring.LONGEST_REASON)
        if not st.form_submit_button(sentences.plural(say, "deliver.bsn.button", group.count)):
            return
    if wrong := declaring.wrong_with(reason):
        fault(say(f"deliver.bsn.{wrong}"))
    else:
        delivery.declare(group.places, reason.strip())
        st.rerun()
