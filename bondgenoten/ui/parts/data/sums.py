"""What each file is, and what becomes of its rows, as a sum that can be checked."""

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.language import Words
from bondgenoten.ui import sentences
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.table import Column, table

OUTCOMES = ("new", "corrected", "unchanged", "duplicate", "held_back", "rejected")


def files(page: Page, delivery: Delivery) -> None:
    """A row a file: rows read = new + corrected + unchanged + duplicate + held back + rejected."""
    assert delivery.checked
    say = page.words
    rows: list[Row] = [
        {"name": file.name, "kinds": file.kinds, "read": file.read, "sha256": file.sha256}
        | {outcome: getattr(file, outcome) for outcome in OUTCOMES}
        for file in delivery.checked.report.files
    ]
    if len(rows) > 1:
        counted = ("read", *OUTCOMES)
        total = {name: sum(row[name] for row in rows) for name in counted}
        rows.append({"name": say("deliver.total"), "kinds": None, "_class": "strong"} | total)
    st.html(table(say("deliver.sum"), columns(say), rows, is_stacked=True))


def columns(say: Words) -> list[Column]:
    signs = ["=", *["+"] * (len(OUTCOMES) - 1)]
    return [
        Column(say("deliver.file"), lambda row: _named(say, row), is_name=True),
        Column(say("deliver.read"), lambda row: say.number(row["read"]), is_number=True),
        *(
            Column(
                f"{sign} {say(f'deliver.{outcome}')}",
                lambda row, outcome=outcome: say.number(row[outcome]),  # type: ignore[misc]
                is_number=True,
            )
            for sign, outcome in zip(signs, OUTCOMES, strict=True)
        ),
    ]


def _named(say: Words, row: Row) -> Safe:
    """The file and what it was seen to be; a total is just called so."""
    if row["kinds"] is None:
        return join(row["name"])
    kinds = ", ".join(say(f"kind.{kind}") for kind in row["kinds"])
    said = say("deliver.recognised", kinds=kinds) if kinds else say("deliver.unrecognised")
    return join(row["name"], element("small", said))


def mended(page: Page, delivery: Delivery) -> None:
    """What the sender mended or declared here rather than in the file, and a way back."""
    if not (delivery.mended or delivery.declared):
        return
    assert delivery.checked
    say = page.words
    counts = {"mended": len(delivery.mended), "declared": len(delivery.checked.report.declarations)}
    said = [sentences.plural(say, f"deliver.{what}", n) for what, n in counts.items() if n]
    with st.container(horizontal=True, vertical_alignment="center", key="mended"):
        st.html(element("p", " ".join(said), class_="quiet"))
        st.button(
            say("deliver.take_back"),
            key="take-back",
            type="tertiary",
            on_click=delivery.take_back,
        )
