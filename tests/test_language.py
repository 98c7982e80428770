"""Both catalogues hold every word that is used, with the same values to fill in."""

import re
import string
from pathlib import Path

import pytest

from bondgenoten.contract import KINDS, SYNONYMS
from bondgenoten.language import LANGUAGES, catalogue
from bondgenoten.metrics import METRICS
from bondgenoten.palette import STATUSES

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*ROOT.glob("bondgenoten/**/*.py"), *ROOT.glob("pages/*.py")])

Messages = dict[str, tuple[str, ...]]


def messages(language: str) -> Messages:
    found: Messages = {}
    for message in catalogue(language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            text = message.string
            found[key] = (text,) if isinstance(text, str) else tuple(text)
    return found


NL, EN = messages("nl"), messages("en")
ROOMS = {key.split(".")[0] for key in NL}


def values_of(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_messages() -> None:
    assert set(NL) == set(EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_left_over(language: str) -> None:
    for key, texts in messages(language).items():
        assert all(text.strip() for text in texts), key
        assert not any("TODO" in text or text == key for text in texts), key


def test_both_languages_fill_in_the_same_values() -> None:
    assert {k: values_of(v) for k, v in NL.items()} == {k: values_of(v) for k, v in EN.items()}


def test_both_languages_have_plurals_for_the_same_messages() -> None:
    assert {k for k, v in NL.items() if len(v) > 1} == {k for k, v in EN.items() if len(v) > 1}


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: str(f.relative_to(ROOT)))
def test_every_message_a_file_names_exists(file: Path) -> None:
    """Plain ids must exist; an id with a part filled in must have messages around that part."""
    for made, quoted in re.findall(
        r'(f?)"([a-z_]+\.[a-zA-Z_.{}\[\]\']+)"', file.read_text("utf-8")
    ):
        room = quoted.split(".")[0]
        if room not in ROOMS or quoted.endswith(
            (".py", ".csv", ".sql", ".toml", ".po", ".css", ".js")
        ):
            continue
        if not made:
            assert quoted in NL or _is_stem(quoted), quoted
        else:
            pattern = re.sub(r"\\\{.*?\\\}", r".*", re.escape(quoted))
            assert any(re.fullmatch(pattern, key) for key in NL), quoted


def _is_stem(quoted: str) -> bool:
    return any(key.startswith(f"{quoted}.") for key in NL)


def test_every_code_and_column_has_a_word() -> None:
    codes = {code for allowed in SYNONYMS.values() for code in allowed}
    assert {f"code.{code}" for code in codes} <= set(NL)
    assert {f"status.{status}" for status in STATUSES} <= set(NL)
    shown = {column for metric in METRICS.values() for column in metric.columns}
    shown |= {column for kind in KINDS.values() for column in kind.names}
    assert {f"column.{column}" for column in shown} <= set(NL)


def test_every_metric_has_a_title_a_definition_and_a_unit() -> None:
    for name in METRICS:
        assert {f"metric.{name}.{part}" for part in ("title", "definition", "unit")} <= set(NL)
