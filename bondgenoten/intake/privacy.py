"""Finds what points at a person in a text (DESIGN 4). Pure: says the kind, keeps nothing."""

import re

from stdnum import iban

from bondgenoten.intake.births import has_birth
from bondgenoten.intake.bsns import has_bsn
from bondgenoten.intake.candidates import FEWEST_DIGITS, is_candidate
from bondgenoten.intake.folding import plain
from bondgenoten.intake.number_words import is_spoken_phone
from bondgenoten.intake.phones import has_phone
from bondgenoten.intake.plates import has_plate

LONGEST = 131_072  # characters that are looked at; a longer cell is refused and shown nowhere

_EMAIL = re.compile(
    r"[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    # with spaces about the sign only before what ends as an address does
    r"|[\w.+%-]{1,64} {0,2}@ {0,2}(?:[\w-]+(?:\.| {1,2}\. {0,2}))+"
    r"(?:nl|com|org|net|eu|be|de|frl|amsterdam|info)\b"
    # a full stop ends a sentence too, and some endings are words
    r"|[\w.+%-]{1,64}@(?:[\w-]+\. {0,2})+(?:nl|com|org|net|eu)\b"
)
# An address written for people, as `naam (at) voorbeeld punt nl`.
_AT = re.compile(
    r" {0,2}[\[({<] ?(?:at?|apen?staart(?:je)?|@) ?[\])}>] {0,2}| apen?staart(?:je)? ",
    re.IGNORECASE,
)
_DOT = re.compile(r" {0,2}[\[({<] ?(?:dot|punt|\.) ?[\])}>] {0,2}", re.IGNORECASE)
_SPOKEN_DOT = re.compile(" (?:dot|punt) ", re.IGNORECASE)
_SAID = re.compile(
    r"(?<=[\w%+-]) (?:at|apen?staart(?:je)?) ((?:[\w-]+ (?:dot|punt) )+[a-z]{2,9}\b)", re.IGNORECASE
)
# Letter by letter: j a n @ v o o r b e e l d . n l
_SPELT = re.compile(r"(?<![^\s(<:;,])(?:[\w@.+-] ){4,}[\w@.+-](?![^\s)>,;:])")
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20|21)\d{2}(?!\d)"
    r"|(?<!\d)(?:19|20|21)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")
_SPACES = re.compile(r"\s{3,}")
# A letter that looks like a digit, among digits: O6-12345678.
_LETTER_O = re.compile(r"(?<![A-Za-z])[oO](?=\d)|(?<=\d)[oO](?![A-Za-z])")
_LETTER_I = re.compile(r"(?<![A-Za-z])[Il](?=\d)")


def personal(text: str, besides: str | None = None) -> str | None:
    """The kind of personal data a text holds: email, iban, birth_date, phone, bsn or plate.
    `besides` bsn says whether it holds anything else."""
    return searched(text, besides) if is_candidate(text) else None


def searched(text: str, besides: str | None = None) -> str | None:
    """The same by looking for all of it, in any text."""
    text = _SPACES.sub(_fewer, plain(text[:LONGEST])[:LONGEST])
    if _is_email(text):
        return "email"
    if is_spoken_phone(text):
        return "phone"
    if not any(character.isdigit() for character in text):
        return None
    if any(_is_iban(match[0]) for match in _IBAN.finditer(text)):
        return "iban"
    if has_birth(text):
        return "birth_date"
    dateless = _DATE.sub(" | ", text)
    if any(has_phone(one) for one in {dateless, _with_digits(dateless)}):
        return "phone"
    if besides != "bsn" and has_bsn(text, dateless):
        return "bsn"
    return "plate" if has_plate(text) else None


def _with_digits(text: str) -> str:
    """With letters that stand for digits made so, where there are nearly enough digits for a number."""
    if sum(map(text.count, "0123456789")) < FEWEST_DIGITS:
        return ""
    return _LETTER_I.sub("1", _LETTER_O.sub("0", text))


def _fewer(spaces: re.Match[str]) -> str:
    # A very long run of spaces would take the patterns very long.
    return "\n" if "\n" in spaces[0] else "  "


def _is_email(text: str) -> bool:
    text = _SAID.sub(r"@\1", _DOT.sub(".", _AT.sub("@", text)))
    return "@" in text and bool(
        _EMAIL.search(_SPOKEN_DOT.sub(".", text)) or _EMAIL.search(_unspelt(text))
    )


def _unspelt(text: str) -> str:
    """Without the spaces of what is spelt letter by letter; nothing where no word is."""
    found = _SPELT.sub(lambda match: match[0].replace(" ", ""), text)
    return found.replace(" @", "@").replace("@ ", "@") if found != text else ""


def _is_iban(text: str) -> bool:
    """Words may follow an account number directly, so every shorter length counts too."""
    solid = re.sub(r"[^A-Za-z0-9]", "", text)
    lengths = range(len(solid), 14, -1)
    # Length and check digits only: the rules of a country know numbers that are not given out yet.
    return any(iban.is_valid(solid[:length], check_country=False) for length in lengths)
