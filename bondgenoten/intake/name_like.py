"""Text that may name a person: a title or a role with a name behind it. Only ever a warning, so it
keeps to what is hardly anything else. Pure."""

import re
from collections.abc import Collection

from bondgenoten.intake.folding import fold, plain

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
_PARTICLES = (
    r"van|von|de|den|der|het|ter|ten|te|in|op|'t|’t|el|al|ben|bin|ibn|abu|la|le|di|da|dos|du"
)
_WORD = r"[A-ZÀ-ÖØ-Ý][\w'’-]*"
_NAMED = re.compile(
    rf"(?<![\w-])(?i:(?P<title>{'|'.join(TITLES)})|{'|'.join(_ROLES)})\b\.?[ \u00a0]+"
    rf"(?:{_WORD}\.[ ]*)*(?:(?i:{_PARTICLES})[ -]+)*(?P<name>{_WORD}(?:[ -]{_WORD})*)"
)
# What makes a name the name of a place: Burgemeester Reigerstraat, Pastoor Schiltestraat.
_PLACES = re.compile(
    r"(?:straat|str|laan|weg|plein|park|kade|hof|dreef|singel|gracht|steeg|pad|dijk|brug|plantsoen|"
    r"school|college|kerk|moskee|kapel|buurt|wijk|kwartier|poort|oord|baan|ring|huis|centrum|tunnel|"
    r"markt|veld|waard|burg|dal|dorp|stad|eiland|haven|flat|tuin|square|street|road|lane|mosque|church)$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset({
    "noord", "zuid", "oost", "west", "centrum", "politie", "gemeente", "wijk", "buurt", "utrecht",
    "nederland", "north", "south", "east",
})  # fmt: skip


def is_name_like(text: str, places: Collection[str]) -> bool:
    """Whether a text seems to name someone. `places` are folded names of areas and towns, which
    stand behind a role as often as a name does: `wijkagent Overvecht`."""
    return any(_is_name(match, places) for match in _NAMED.finditer(plain(text)))


def _is_name(match: re.Match[str], places: Collection[str]) -> bool:
    words = match["name"].split()
    if any(_PLACES.search(word) for word in words):
        return False
    if match["title"]:
        return True
    names = {fold(words[0]), fold(match["name"])}
    return not names & _NO_NAMES and not any(name in places for name in names)
