"""Text that may be about one person: a title, a role or initials with a name behind it, or a year of
birth. Only ever a warning, so it keeps to what is hardly anything else. Pure."""

import re
from collections.abc import Collection

from bondgenoten.intake.folding import fold, plain
from bondgenoten.intake.initials import NEXT, PARTICLES, SITES, WORD, has_initials

TITLES = (
    "mevrouw", "mevr", "mw", "mejuffrouw", "meneer", "mijnheer", "dhr", "de heer", "heer", "familie", "fam",
    "imam", "dominee", "ds", "pastoor", "pater", "priester", "rabbijn", "sjeik", "mr", "mrs", "ms", "miss",
    "dr", "drs", "prof", "ir", "ing", "oom", "tante", "zuster", "broeder", "juf",
)  # fmt: skip
_ROLES = (
    "wijkagent", "wijkagente", "agent", "agente", "inspecteur",
    "brigadier", "wethouder", "burgemeester", "raadslid", "voorzitter", "jongerenwerker",
    "jongerenwerkster", "opbouwwerker", "buurtvader", "buurtmoeder", "straatcoach", "docent", "docente",
    "meester", "community officer", "officer", "mayor",
)  # fmt: skip
# Behind these stands a name as often as something else: only a name of two words is one.
_PARTS = (
    "contactpersoon", "contact", "aanspreekpunt", "coördinator", "coordinator", "secretaris", "trekker",
    "sleutelfiguur", "vrijwilliger", "vrijwilligster", "bewoner", "bewoonster", "beheerder", "ondernemer",
    "vertegenwoordiger", "teamchef", "penningmeester", "contact person", "chair", "resident", "volunteer",
)  # fmt: skip
_NAMED = re.compile(
    rf"(?<![\w-])(?i:(?P<title>{'|'.join(TITLES)})|{'|'.join(_ROLES)}|(?P<part>{'|'.join(_PARTS)}))\b"
    r"(?:\.?[ \u00a0]+|[.:]+[ \u00a0]*)(?i:is )?"
    rf"(?:{WORD}\.[ ]*)*(?:(?P<particle>(?i:{PARTICLES}))[ -]+)*(?P<name>{WORD}(?:{NEXT})*)"
)
# What makes a name the name of a place: Burgemeester Reigerstraat, Pastoor Schiltestraat.
_PLACES = re.compile(
    rf"(?:{SITES}|"
    r"team|vereniging|organisatie|instantie|dienst|commissie|raad|platform|comité|bureau|"
    r"club|feest|festival|overleg|netwerk|bestuur|groep|council|board|group)$",
    re.IGNORECASE,
)
# Of one person: years and spans of years are of a group, and since 2015 initiatives are born too.
_BIRTH_YEAR = re.compile(
    r"\b(?:geboortejaar|geb\.? ?jaar|birth ?year|year of birth)\b\W{0,3}(?:is |was |in )?(?:19|20)\d\d\b"
    r"|\b(?:geboren|geb\.?|born)(?: in)?\W{0,3}(?:in )?(?:het jaar )?(?:19\d\d|200\d|201[0-4])\b"
    r"(?! ?(?:-|/|t/m|tot|to|en|and|of|or)\b)(?! ?[-–/&])",
    re.IGNORECASE,
)
# A name of social media: @jan_jansen, where a word begins.
_ACCOUNT = re.compile(r"(?<![\w.@/])@([A-Za-z_][\w.]{2,29})(?![\w@])")
_SHARED = ("politie", "gemeente", "wijk", "buurt", "bondgenoten", "police", "team")
_NO_NAMES = frozenset({
    "home", "work", "school", "huis", "thuis", "werk", "het", "een", "the", "all", "iedereen",
    "noord", "zuid", "oost", "west", "centrum", "politie", "gemeente", "wijk", "buurt", "utrecht",
    "nederland", "north", "south", "east",
})  # fmt: skip


def is_name_like(text: str, places: Collection[str]) -> bool:
    """Whether a text seems to be about someone. `places` are folded names of areas and towns, which
    stand behind a role as often as a name does: `wijkagent Overvecht`."""
    small = text.lower()
    if ("geb" in small or "born" in small or "birth" in small) and _BIRTH_YEAR.search(text):
        return True
    if text.isascii() and "@" not in text and text == small:
        return False  # a name has a capital
    shown = plain(text)
    if any(_is_name(match, places) for match in _NAMED.finditer(shown)):
        return True
    if "." in shown and has_initials(shown, places):
        return True
    return "@" in shown and any(_is_account(match[1], places) for match in _ACCOUNT.finditer(shown))


def _is_name(match: re.Match[str], places: Collection[str]) -> bool:
    words = match["name"].split()
    if any(_PLACES.search(word) for word in words):
        return False
    if match["title"]:
        return True
    if match["part"] and not match["particle"] and len(words) < 2:
        return False
    names = {fold(words[0]), fold(match["name"])}
    return not names & _NO_NAMES and not any(name in places for name in names)


def _is_account(name: str, places: Collection[str]) -> bool:
    """Whether an account seems to be of someone; that of an organisation mostly says so itself."""
    parts = [part for part in re.split(r"[\d_.]+", name) if part]
    known = (fold(part) in _NO_NAMES or fold(part) in places or _is_shared(part) for part in parts)
    return not any(known)


def _is_shared(part: str) -> bool:
    return bool(_PLACES.search(part)) or part.lower().startswith(_SHARED)
