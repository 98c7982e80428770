"""Parts refuse what cannot be read; filters and answers hold without a screen."""

from collections.abc import Mapping
from datetime import date

import pytest

from bondgenoten import palette
from bondgenoten.charts import Drawn
from bondgenoten.language import words
from bondgenoten.proportion import spoken
from bondgenoten.ui.choices import read
from bondgenoten.ui.markup import Safe, element
from bondgenoten.ui.middleware import STYLE
from bondgenoten.ui.parts.chart import Chart
from bondgenoten.ui.parts.table import Column, table

T = date(2026, 11, 23)
TEAMS = {
    "lekpoort": {"name": "Lekpoort", "district": "West-Utrecht"},
    "amersfoort": {"name": "Amersfoort", "district": "Oost-Utrecht"},
}
NETWORKS = {"LEK-01": {"basisteam": "lekpoort"}}
WHOLE = {
    "key": "norm", "title": "Titel", "subtitle": "van 47", "alt": "Een lijn", "counted": "Zo",
    "figure": {}, "table": Safe("<table></table>"), "csv": lambda: b"",
}  # fmt: skip


def asked(parameters: Mapping[str, str]):  # type: ignore[no-untyped-def]
    return read(parameters, T, TEAMS, NETWORKS)


@pytest.mark.parametrize("word", ["title", "subtitle", "alt", "table", "counted"])
def test_a_chart_without_its_words_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Chart(**WHOLE | {word: " "})


def test_a_chart_with_its_words_is_made() -> None:
    assert Chart(**WHOLE).title == "Titel"


def test_a_figure_is_drawn_as_it_is_and_in_tests_a_wrong_one_is_refused() -> None:
    right = {"data": [{"type": "bar", "x": [1], "y": [2]}], "layout": {"height": 90}}
    drawn = Drawn(right).to_dict()
    assert drawn["data"] is right["data"]
    assert drawn["layout"].items() > right["layout"].items()
    with pytest.raises(ValueError, match="bar"):
        Drawn({"data": [{"type": "bar", "stripes": 3}], "layout": {}}).to_dict()


def test_a_figure_is_new_to_the_browser_where_anything_of_it_is() -> None:
    def revision(y: int, tick: str) -> int:
        layout = {"xaxis": {"ticktext": [tick]}}
        drawn = Drawn({"data": [{"type": "bar", "y": [y]}], "layout": layout}).to_dict()
        return drawn["layout"]["datarevision"]

    assert revision(2, "Zeist") == revision(2, "Zeist")
    assert len({revision(2, "Zeist"), revision(3, "Zeist"), revision(2, "Soest")}) == 3


def test_text_is_escaped_and_made_html_is_not() -> None:
    assert element("p", "<b>", element("i", "&")) == "<p>&lt;b&gt;<i>&amp;</i></p>"
    assert element("p", title='"') == '<p title="&quot;"></p>'


def test_a_table_has_caption_scopes_and_numbers_to_the_right() -> None:
    columns = (
        Column("Naam", lambda row: row["name"], is_name=True),
        Column("Aantal", lambda row: row["n"], is_number=True),
    )
    html = table("Een tabel", columns, [{"name": "A<", "n": 3}])
    assert '<caption class="unseen">Een tabel</caption>' in html
    assert '<th scope="col" class="number">Aantal</th>' in html
    assert '<th scope="row">A&lt;</th><td class="number">3</td>' in html


@pytest.mark.parametrize("tone", ["blue", "orange", "grey"])
def test_tones_can_be_read_in_both_themes(tone: str) -> None:
    ink, ground = palette.TONES[tone], palette.GROUND
    pairs = (
        (ink.light, ground.wash_light), (ink.light, ink.wash_light), (ground.light, ink.wash_light),
        (ink.dark, ground.wash_dark), (ink.dark, ink.wash_dark), (ground.dark, ink.wash_dark),
    )  # fmt: skip
    for one, other in pairs:
        assert palette.contrast(one, other) >= 4.5


@pytest.mark.parametrize("ink", [palette.CHART_BLUE, palette.CHART_ORANGE, palette.CHART_GREY])
def test_figures_can_be_seen_in_both_themes(ink: str) -> None:
    assert palette.contrast(ink, palette.GROUND.wash_light) >= 3
    assert palette.contrast(ink, palette.GROUND.wash_dark) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_status_has_a_mark_a_word_and_a_drawn_shape() -> None:
    assert set(palette.MARKS) == set(palette.STATUSES) == set(palette.WORST_FIRST)
    for mark in (*palette.MARKS.values(), *palette.DOTS.values()):
        assert f".shape-{mark.shape} ".encode() in STYLE
        assert f"--{mark.tone}:".encode() in STYLE
    for language in ("nl", "en"):
        said = [words(language)(f"status.{code}") for code in palette.STATUSES]
        assert len(set(said)) == len(said)


def test_only_the_two_kinds_of_failure_share_a_shape_and_tone() -> None:
    seen: dict[palette.Mark, list[str]] = {}
    for code, mark in palette.MARKS.items():
        seen.setdefault(mark, []).append(code)
    assert [codes for codes in seen.values() if len(codes) > 1] == [["OUT_OF_REACH", "NOT_MET"]]


@pytest.mark.parametrize(
    ("x", "n", "said"),
    [(0, 0, "–"), (3, 8, "3 van 8"), (13, 62, "21% (13 van 62)"), (9, 9, "9 van 9"),
     (5, 10, "50% (5 van 10)"), (1, 200, "1% (1 van 200)"), (1500, 3000, "50% (1.500 van 3.000)")],
)  # fmt: skip
def test_a_proportion_is_said_by_its_size(x: int, n: int, said: str) -> None:
    assert spoken(words("nl"), x, n) == said


def test_choices_go_to_the_address_and_back() -> None:
    parameters = {
        "peildatum": "2025-06-30", "jaar": "2024", "district": "West-Utrecht", "team": "lekpoort",
        "netwerk": "LEK-01", "volgorde": "te-doen", "taal": "en",
    }  # fmt: skip
    filters, wrong = asked(parameters)
    assert not wrong
    assert filters.parameters == parameters


def test_a_network_alone_brings_its_team() -> None:
    assert asked({"netwerk": "LEK-01"})[0].basisteam == "lekpoort"


@pytest.mark.parametrize(
    ("name", "value"),
    [("jaar", "2006"), ("jaar", "2027"), ("jaar", "²"), ("jaar", "2026.0"), ("team", "LEKPOORT"),
     ("peildatum", "2006-12-31"), ("peildatum", "9999-12-31"), ("peildatum", "23-11-2026"),
     ("taal", "de"), ("district", "lekpoort"), ("netwerk", "LEK-99")],
)  # fmt: skip
def test_a_wrong_choice_falls_back_and_is_named(name: str, value: str) -> None:
    filters, wrong = asked({name: value})
    assert wrong == [name]
    assert filters == asked({})[0]


def test_choices_that_contradict_keep_the_narrower() -> None:
    filters, wrong = asked({"district": "Oost-Utrecht", "team": "lekpoort"})
    assert (filters.district, filters.basisteam, wrong) == (None, "lekpoort", ["district"])


def test_an_earlier_date_takes_the_year_along() -> None:
    filters, _ = asked({})
    assert filters.with_(as_of=date(2024, 5, 1)).year == 2024
    assert asked({"jaar": "2019"})[0].with_(as_of=date(2024, 5, 1)).year == 2019
    assert asked({"jaar": "2025"})[0].with_(as_of=date(2024, 5, 1)).year == 2024
