"""Any figure or table as a file: what is chosen, its first rows, the download, the address."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from bondgenoten import store
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.exports.delivery import FORMS, PACKAGE, Delivery, delivery
from bondgenoten.language import Words
from bondgenoten.metrics import METRICS, Question, takes_year
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.filters import FIGURES, FORMS_WITH_WORDS
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, join
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.table import Column, table

FIRST = 20  # rows of the preview
MOST_BY_BUTTON = 200_000  # rows; a larger file comes straight from its address, unkept
ENDS = {"machine": "csv", "excel-nl": "csv", "xlsx": "xlsx", "parquet": "parquet"}


def headline(page: Page) -> None:
    title(page, eyebrow(page), page.words("export.question"), page.words("export.lead"))


def choice(page: Page) -> None:
    """Which figure and in which form; both are kept in the page's address."""
    say, f = page.words, page.filters
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            say("export.figure"),
            FIGURES,
            format_func=lambda name: _figure(say, name),
            width=400,
            **_widget(page, "cijfer", "figure", f.figure),
        )
        if f.figure != PACKAGE:
            st.selectbox(
                say("export.form"),
                FORMS,
                format_func=lambda form: say(f"export.form.{form}"),
                width=300,
                **_widget(page, "vorm", "form", f.form),
            )


def file(page: Page) -> None:
    """What the file is, how many rows it has, and the button that brings it."""
    say, f = page.words, page.filters
    made = _delivery(page)
    is_package = f.figure == PACKAGE
    text = "export.package.text" if is_package else f"metric.{f.figure}.definition"
    rows = 0 if is_package else _preview(page)[1]
    said = (
        sentences.plural(say, "export.files", len(METRICS))
        if is_package
        else sentences.plural(say, "export.rows", rows)
    )
    st.html(join(heading(_figure(say, f.figure), said), element("p", say(text))))
    if not takes_year(f.figure):
        st.html(element("p", say("export.every_year"), class_="quiet"))
    if rows > MOST_BY_BUTTON:
        st.html(element("p", element("a", say("export.large"), href=f".{_path(page)}")))
    else:
        _button(say, made)
    st.html(element("p", say("export.called", name=made.name), class_="quiet"))


def preview(page: Page) -> None:
    """The first rows as they stand in the file, or what a package holds."""
    say, f = page.words, page.filters
    if f.figure == PACKAGE:
        rows: list[Row] = [{"name": name} for name in METRICS]
        columns = [
            Column(say("export.column.file"), lambda row: f"{row['name']}.csv", is_name=True),
            Column(
                say("export.fact.title"),
                lambda row: say(f"metric.{row['name']}.title"),
                is_long=True,
            ),
        ]
        st.html(table(say("export.package.title"), columns, rows))
        return
    count = _preview(page)[1]
    name = sentences.plural(say, "export.preview", min(count, FIRST))
    if count:
        st.html(join(heading(name, say("export.preview.text"), "h3"), _table(page, name)))


def address(page: Page) -> None:
    """The address of this file, and how Excel and pandas read it."""
    say, f = page.words, page.filters
    here = (st.context.url or "http://127.0.0.1:8501/export").partition("?")[0].rpartition("/")[0]
    whole = f"{here}{_path(page)}"
    st.html(heading(say("export.address.title"), say("export.address.text")))
    st.code(whole, language=None, wrap_lines=True)
    if f.figure == PACKAGE:
        return
    steps = [element("li", say(f"export.excel.{step}")) for step in ("first", "second", "third")]
    st.html(
        join(
            element("h3", say("export.excel.title")),
            element("div", element("ul", steps), class_="prose"),
        )
    )
    read = {"csv": "read_csv", "xlsx": "read_excel", "parquet": "read_parquet"}[ENDS[f.form]]
    more = ', sep=";", decimal=",", encoding="utf-8-sig"' if f.form == "excel-nl" else ""
    st.html(element("h3", say("export.pandas.title")))
    st.code(
        f'import pandas as pd\n\nframe = pd.{read}(\n    "{whole}"{more}\n)',
        language="python",
        wrap_lines=True,
    )


def _figure(say: Words, name: str) -> str:
    return say("export.package.title") if name == PACKAGE else say(f"metric.{name}.title")


def _widget(page: Page, name: str, choice: str, value: str) -> dict[str, Any]:
    key = f"filter_{name}"
    st.session_state[key] = value
    return {"key": key, "on_change": filterbar.changed, "args": (page.filters, key, choice)}


def _question(page: Page) -> Question:
    return page.filters.question(page.filters.figure)


def _delivery(page: Page) -> Delivery:
    reader = store.reader(page.register.path)
    return delivery(reader, _question(page), page.filters.form, page.words)


def _button(say: Words, made: Delivery) -> None:
    st.download_button(
        say("export.download"),
        data=lambda: b"".join(made.parts()),
        file_name=made.name,
        mime=made.media_type,
        key="download-export",
        on_click="ignore",
        icon=":material/download:",
    )


def _preview(page: Page) -> tuple[Any, int]:
    return page.register.preview(_question(page).plain(), FIRST)


def _table(page: Page, name: str) -> str:
    say, form = page.words, page.filters.form
    frame, _ = _preview(page)
    has_words = form in FORMS_WITH_WORDS
    names = csv.names(store.reader(page.register.path), say.language) if has_words else {}

    def cell(column: str, value: Any) -> str:
        if has_words:
            return csv.excel_text(column, value, say, names)
        return str(csv.machine_cell(value))

    columns = [
        Column(
            say(f"column.{column}") if has_words else column,
            lambda row, column=column: cell(column, row[column]),  # type: ignore[misc]
            is_number=str(frame[column].dtype).startswith(("int", "double", "decimal")),
        )
        for column in frame.columns
    ]
    return table(name, columns, records(frame))


def _path(page: Page) -> str:
    """The path and choices of the file's own address; only the choices it depends on."""
    f = page.filters
    asked = _question(page)
    used = asked if f.figure == PACKAGE else asked.plain()
    said = {name: value for name, value in f.parameters.items() if name in ADDRESSED}
    kept = {n: v for n, v in said.items() if f.figure == PACKAGE or getattr(used, ADDRESSED[n])}
    if f.figure != PACKAGE and not used.uses("grain"):
        kept.pop("periode", None)
    if f.form == "excel-nl" and f.figure != PACKAGE:
        kept["vorm"] = f.form
    if f.language != "nl" and (f.form in FORMS_WITH_WORDS):
        kept["taal"] = f.language
    end = "zip" if f.figure == PACKAGE else ENDS[f.form]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"/export/{f.figure}.{end}{query}"


ADDRESSED = {
    "peildatum": "as_of",
    "jaar": "year",
    "district": "district",
    "team": "basisteam",
    "netwerk": "network_id",
    "periode": "grain",
}
