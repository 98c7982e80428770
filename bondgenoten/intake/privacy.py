"""Finds what points at a person in a text (DESIGN 4). Pure: says the kind, keeps nothing."""

import re

from stdnum import iban
from stdnum.nl import bsn

from bondgenoten.intake.births import has_birth
from bondgenoten.intake.candidates import FEWEST_DIGITS, is_candidate
from bondgenoten.intake.dates import is_solid_date
from bondgenoten.intake.folding import plain
from bondgenoten.intake.number_words import is_spoken_phone
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
_WHOLE_BSN = re.compile(
    r"(?<![A-Za-z0-9])\d{8,9}(?![A-Za-z0-9])|(?<=bsn)\d{8,9}(?!\d)", re.IGNORECASE
)


def _apart(separator: str) -> str:
    """A number in two to four groups or in nine single digits, no part of a longer row of those."""
    return (rf"(?:(?<![A-Za-z0-9])|(?<=bsn))(?<!\d{separator})"
            rf"(?:\d{{2,7}}(?:{separator}\d{{2,7}}){{1,3}}|\d(?:{separator}\d){{8}})"
            rf"(?![A-Za-z0-9]|{separator}\d)")  # fmt: skip


# Each separator for itself, so that another number may stand beside the one that is looked for.
_APART = [re.compile(_apart(s), re.IGNORECASE) for s in ("-", r"\.", " ", "/", "_", "[-./_ ]")]
_LOOSE = re.compile(r" ?([-./_]) ?")
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20|21)\d{2}(?!\d)"
    r"|(?<!\d)(?:19|20|21)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)
_PREFIX = r"(?:(?:\+|\b00)31[\s.-]?(?:\(0\)[\s.-]?|0)?|(?<![\d+])\(?0)"
_GAP = r"[\s()./_-]{0,3}"  # between digits, however they are grouped
_APART_BY = r"[\s./_-]{1,3}"
_ALONE = r"(?<!\d)(?<!\d[ ./_-])0"  # a nought that no number stands before
_PHONE = re.compile(
    # mobile: 06 and eight digits
    rf"{_PREFIX}{_GAP}6{_GAP}[1-9](?:{_GAP}\d){{7}}(?!\d)"
    # with the country's number, but without the sign before it, as a spreadsheet leaves it
    rf"|(?<!\d)31{_GAP}6{_GAP}[1-9](?:{_GAP}\d){{7}}(?:[.,]0)?(?!\d)"
    # landline and business: an area code of three or four digits, ten digits in all
    rf"|{_PREFIX}[1-57]\d{_GAP}[1-9](?:{_GAP}\d){{6}}(?!\d)"
    rf"|{_PREFIX}[1-57]\d{{2}}{_GAP}[1-9](?:{_GAP}\d){{5}}(?!\d)"
    rf"|{_PREFIX}8[458]{_GAP}\d(?:{_GAP}\d){{6}}(?!\d)"
    # the same digit by digit, but no counting from nought; or with only its nought apart
    rf"|{_ALONE}(?!\D{{1,3}}1\D{{1,3}}2){_APART_BY}[1-57](?:{_APART_BY}\d){{8}}(?!{_APART_BY}\d|\d)"
    rf"|{_ALONE}{_APART_BY}[1-57]\d{_GAP}[1-9]\d{{6}}(?!\d)"
    # what a spreadsheet leaves of a mobile number, alone in its cell or said to be one
    r"|^\W*6[1-9]\d{7}(?:\.0)?\W*$"
    r"|\b(?i:bel(?:len)?|tel|telefoon|mobiel|gsm|app)\b\D{0,12}6[1-9]\d{7}(?!\d)"
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
    if any(_PHONE.search(one) for one in {dateless, _with_digits(dateless)}):
        return "phone"
    if besides != "bsn" and (_is_bsn(text) or _is_bsn_apart(dateless)):
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


def _is_bsn(text: str) -> bool:
    found = (match[0] for match in _WHOLE_BSN.finditer(text))
    return any(bsn.is_valid(number) and not is_solid_date(number) for number in found)


def _is_bsn_apart(text: str) -> bool:
    """Whether nine digits in groups pass the test, or eight that are grouped as a BSN is. A group that
    is a year makes it a number of something else."""
    close = _LOOSE.sub(r"\1", text).replace("  ", " ")
    found = (match[0] for pattern in _APART for match in pattern.finditer(close))
    return any(_is_grouped(re.split(r"[^0-9]", number)) for number in found)


def _is_grouped(groups: list[str]) -> bool:
    if any(_YEAR.fullmatch(group) for group in groups):
        return False
    digits = "".join(groups)
    is_long = len(digits) == 9
    return (is_long or [*map(len, groups)] == [3, 2, 3]) and bsn.is_valid(digits)


def _is_iban(text: str) -> bool:
    """Words may follow an account number directly, so every shorter length counts too."""
    solid = re.sub(r"[^A-Za-z0-9]", "", text)
    lengths = range(len(solid), 14, -1)
    # Length and check digits only: the rules of a country know numbers that are not given out yet.
    return any(iban.is_valid(solid[:length], check_country=False) for length in lengths)
