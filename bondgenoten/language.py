"""Words: message ids become Dutch or English here, and nowhere else.

The catalogues are plain .po files, read with Babel at first use. An id that is not in the
catalogue is an error: a page never shows a bare id.
"""

import datetime
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, dates, numbers
from babel.messages import Catalog
from babel.messages.pofile import read_po

LANGUAGES = ("nl", "en")
LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Words:
    """The words of one language. Call it with a message id and the values it names."""

    language: str

    def __call__(self, message_id: str, **values: Any) -> str:
        """The text of a message; `n` picks the plural form where there is one.

        Raises KeyError for an id or a value that is missing.
        """
        text = _messages(self.language)[message_id]
        if isinstance(text, tuple):
            text = text[0 if values["n"] == 1 else 1]
        return text.format(**values) if values else text

    def has(self, message_id: str) -> bool:
        return message_id in _messages(self.language)

    def code(self, code: str) -> str:
        """The word for a code: a norm status, or a code of the data contract."""
        return self(f"status.{code}" if self.has(f"status.{code}") else f"code.{code}")

    def number(self, value: float, decimals: int = 0) -> str:
        """1234.5 as 1.234,5 (nl) or 1,234.5 (en)."""
        return _number(value, decimals, self.language)

    def date(self, day: datetime.date) -> str:
        """30-09-2026, in both languages: day before month, always."""
        return day.strftime("%d-%m-%Y")

    def long_date(self, day: datetime.date) -> str:
        """30 september 2026 (nl), 30 September 2026 (en)."""
        return dates.format_date(day, "d MMMM y", locale=self.locale)

    @property
    def locale(self) -> Locale:
        return Locale(*{"nl": ("nl", "NL"), "en": ("en", "GB")}[self.language])


@lru_cache(2**14)  # a page says the same few numbers thousands of times
def _number(value: float, decimals: int, language: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return numbers.format_decimal(value, pattern, locale=language)


@cache
def _messages(language: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for message in catalogue(language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = message.string
    return found


def catalogue(language: str) -> Catalog:
    """The catalogue of `nl` or `en` as Babel reads it."""
    path = LOCALE / language / "LC_MESSAGES" / "bondgenoten.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def words(language: str) -> Words:
    """The words of a language; Dutch for one we do not have."""
    return Words(language if language in LANGUAGES else "nl")
