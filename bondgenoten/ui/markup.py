"""HTML made in one place, where every text is escaped unless it was made here; likewise texts for
Streamlit's labels, which are Markdown."""

import re
from collections.abc import Iterable
from html import escape


class Safe(str):
    """HTML that was built by `element`, or is a constant of the palette."""


Child = str | int | None | Iterable["Child"]
VOID = {"br", "hr"}
DATE = re.compile(r"(\b\d{2}-\d{2}-\d{4}\b)")
MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")  # what a backslash takes the meaning of


def element(tag: str, *children: Child, **attributes: str | int | None) -> Safe:
    """One element: class_ becomes class, aria_label becomes aria-label; None is left out."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Safe(f"<{tag}{said}>" if tag in VOID else f"<{tag}{said}>{_inner(children)}</{tag}>")


def link(address: str, *children: Child, **attributes: str | None) -> Safe:
    """A link to another page of the dashboard; the page's script follows it without a reload."""
    return element("a", *children, href=address, data_within="bondgenoten", **attributes)


def dated(text: str) -> Safe:
    """A text whose dates are not broken over two lines."""
    parts = DATE.split(text)  # every second one is a date
    return join([element("time", p) if n % 2 else p for n, p in enumerate(parts)])


def as_written(text: str) -> str:
    """A text for a label of Streamlit, with every sign of Markdown as the sign itself."""
    return MARKDOWN.sub(r"\\\g<0>", text)


def shape(name: str) -> Safe:
    """A shape of the palette, hidden from screen readers: a word always stands beside it.

    A class, not an inline drawing: Streamlit takes SVG out of HTML.
    """
    return element("span", class_=f"shape shape-{name}", aria_hidden="true")


def join(*parts: Child) -> Safe:
    return Safe(_inner(parts))


def _inner(children: Iterable[Child]) -> str:
    return "".join(_one(child) for child in children)


def _one(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Safe):
        return str(child)
    if isinstance(child, str | int):
        return escape(str(child))
    return _inner(child)
