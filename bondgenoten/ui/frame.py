"""The frame around every page: its opening, the navigation, the language, the demo notice."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from bondgenoten import answers, store
from bondgenoten.language import Words, words
from bondgenoten.periods import BEGAN
from bondgenoten.ui import data, filterbar, start
from bondgenoten.ui.choices import read
from bondgenoten.ui.filters import Filters, latest
from bondgenoten.ui.markup import element, join, link

PAGES = {
    "": "overview",
    "norm": "norm",
    "frequentie": "frequency",
    "themas": "themes",
    "uitrol": "rollout",
    "samenstelling": "composition",
    "onrust": "unrest",
    "basisteam": "basisteam",
    "netwerk": "network",
    "kwartaal": "quarter",
    "gegevens": "data",
    "export": "export",
    "verantwoording": "definitions",
}
LANGUAGES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True)
class Page:
    """What a page knows: its words, the reader's choices and the register as it stands."""

    address: str
    words: Words
    filters: Filters
    register: data.Register

    @cached_property
    def norm(self) -> pd.DataFrame:
        """`norm` of the chosen year and date: all networks that the page can speak of."""
        return self.register.norm(self.filters.year, self.filters.as_of, self.only_team)

    @cached_property
    def compliance(self) -> pd.DataFrame:
        return self.register.compliance(self.filters.year, self.filters.as_of, self.only_team)

    @property
    def only_team(self) -> str | None:
        """The page of one basisteam asks nothing of the others, but where everyone's figures are at
        hand: those of today."""
        is_today = self.filters.as_of == self.register.as_of
        return None if is_today or self.address != "basisteam" else self.filters.basisteam

    @cached_property
    def answer(self) -> answers.Answer:
        f = self.filters
        return answers.answer(self.norm, self.compliance, f.scope, f.year, f.as_of)

    @cached_property
    def to_do(self) -> answers.ToDo:
        return answers.to_do(self.norm, self.compliance, self.filters.scope)

    @property
    def percentage_base(self) -> int:
        return int(self.register.norm_of(self.filters.year)["smallest_percentage_base"])

    def link(self, page: str, **change: object) -> str:
        return self.filters.link(page, **change)


def navigation() -> StreamlitPage:
    """Registers every page under its Dutch address; the links themselves are our own."""
    say = words(_language())
    return st.navigation(
        [
            st.Page(
                store.ROOT / "pages" / f"{name}.py",
                title=f"{say(f'page.{name}.title')} · Bondgenoten",
                url_path=address,
                default=not address,
            )
            for address, name in PAGES.items()
        ],
        position="hidden",
    )


def open_page(name: str, *, has_filters: bool = True, needs_networks: bool = True) -> Page:
    """Opens a page: every page calls this first. Ends the run where there is nothing to show."""
    address = next(address for address, page in PAGES.items() if page == name)
    say = words(_language())
    register = _register(say)
    filters, wrong = read(
        st.query_params.to_dict(),
        register.as_of,
        register.teams,
        register.networks(),
        register.events(),
        register.themes,
    )
    page = Page(address, words(filters.language), filters, register)
    _sidebar(page)
    _notices(page, wrong)
    if needs_networks and not register.networks():
        _nothing_yet(page)
        st.stop()
    if has_filters:
        filterbar.show(page.words, filters, register, with_network=name == "network")
    return page


def _language() -> str:
    return "en" if st.query_params.get("taal") == "en" else "nl"


def _register(say: Words) -> data.Register:
    path = store.location()
    try:
        start.ensure_register(path)
        return data.open_register(path)
    except (store.Damaged, store.Missing, store.Busy) as fault:
        kind = type(fault).__name__.lower()
        st.html(_panel(say(f"frame.{kind}.title"), say(f"frame.{kind}.text", path=path.name)))
        st.stop()


def _sidebar(page: Page) -> None:
    say = page.words
    with st.sidebar:
        st.html(
            element(
                "div",
                element("p", "Bondgenoten", class_="brand-name"),
                element("p", say("frame.about", unit=page.register.unit), class_="brand-about"),
                class_="brand",
            )
        )
        st.html(_page_links(page))
        st.html(_language_links(page))


def _page_links(page: Page) -> str:
    links = [
        link(
            page.link(address),
            page.words(f"page.{name}.title"),
            aria_current="page" if address == page.address else None,
        )
        for address, name in PAGES.items()
    ]
    items = [element("li", one) for one in links]
    return element(
        "nav", element("ul", items), aria_label=page.words("frame.pages"), class_="pages"
    )


def _language_links(page: Page) -> str:
    links = [
        link(
            page.link(page.address, language=code),
            name,
            lang=code,
            hreflang=code,
            aria_current="true" if code == page.words.language else None,
        )
        for code, name in LANGUAGES.items()
    ]
    return element("nav", links, aria_label=page.words("frame.language"), class_="languages")


def _notices(page: Page, wrong: list[str]) -> None:
    say = page.words
    demo = element("p", say("frame.demo"), class_="notice demo") if page.register.is_demo else None
    quiet = element("p", _unheard(page, wrong), class_="notice", role="status") if wrong else None
    if demo or quiet:
        st.html(join(demo, quiet))


def _unheard(page: Page, wrong: list[str]) -> str:
    """Which choices of the address were not taken, and which days an as-of date can be."""
    say = page.words
    said = say("frame.wrong", names=", ".join(dict.fromkeys(wrong)))
    if "peildatum" not in wrong:
        return said
    last = latest(page.filters.default_as_of)
    days = say("frame.wrong.as_of", first=say.long_date(BEGAN), last=say.long_date(last))
    return f"{said} {days}"


def _nothing_yet(page: Page) -> None:
    say = page.words
    command = "python -m bondgenoten import opgave.xlsx"
    template = "python -m bondgenoten template"
    st.html(
        _panel(
            say("frame.empty.title"),
            say("frame.empty.text"),
            element("p", link(page.link("gegevens"), say("frame.empty.deliver"))),
            element("p", say("frame.empty.template")),
            element("pre", template),
            element("p", say("frame.empty.import")),
            element("pre", command),
        )
    )


def _panel(title: str, text: str, *more: str) -> str:
    return element("section", element("h1", title), element("p", text), more, class_="panel")
