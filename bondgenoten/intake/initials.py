"""Initials before a surname: J. de Vries, A.B. Jansen. A street, a school and a club bear them too, and
what stands in a list is numbered with a letter and a full stop. Pure."""

import re
from collections.abc import Collection, Container

from bondgenoten.intake.folding import fold

PARTICLES = (
    r"van|von|de|den|der|het|ter|ten|te|in|op|'t|’t|el|al|ben|bin|ibn|abu|la|le|di|da|dos|du"
)
WORD = r"[A-ZÀ-ÖØ-Ý][\w'’-]*"
NEXT = rf"[ -](?:(?i:{PARTICLES})[ -])*{WORD}"
SITES = (
    r"straat|str|laan|weg|plein|park|kade|hof|dreef|singel|gracht|steeg|pad|dijk|brug|plantsoen|"
    r"school|college|kerk|moskee|kapel|buurt|wijk|kwartier|poort|oord|baan|ring|huis|centrum|tunnel|"
    r"markt|veld|waard|burg|dal|dorp|stad|eiland|haven|flat|tuin|square|street|road|lane|mosque|church|"
    r"stichting|fonds|bibliotheek|library|kazerne|hal|zaal|gebouw|stadion|lyceum|gymnasium|mavo|dam|army"
)
_PERSON = re.compile(
    r"(?<![\w.])(?P<initials>(?:(?:[A-ZÀ-ÖØ-Þ]|IJ|Th|Ph|Ch)\. {0,2}){1,5})"
    rf"(?P<particle>(?:(?i:{PARTICLES})[ -]+){{0,3}})"
    rf"(?P<name>(?:[A-Z]['’])?[A-ZÀ-ÖØ-Ý][a-zà-öø-ÿ][\w'’-]*(?:{NEXT})*)"
)
_BEFORE = re.compile(r"([^\W\d_]+)\W{0,2}$")  # the word before it
_LOOKED_BACK = 40  # characters
_SITE = re.compile(rf"(?:{SITES})$", re.IGNORECASE)
_AFTER = re.compile(rf"[ -](?:{SITES})\b", re.IGNORECASE)
# Kinds of schools, clubs, companies and states, and the points of the compass.
_NO_INITIALS = frozenset({
    "obs", "rkbs", "cbs", "bs", "rk", "ob", "us", "usa", "uk", "un", "eu", "nv", "bv", "vv", "sv",
    "fc", "kv", "hv", "tv", "afc", "rkvv", "kvk", "azc", "ggd", "ggz", "roc", "ns", "vve", "bso",
    "ikc", "mfa", "sbo", "vso", "boa", "no", "nw", "zo", "zw",
})  # fmt: skip
# A letter behind these, or a word behind such a letter that begins a sentence, is no initial.
_NUMBERED = frozenset({
    "blok", "groep", "plan", "deel", "fase", "zone", "team", "klas", "vak", "punt", "optie",
    "gebouw", "ingang", "hal", "zaal", "variant", "bijlage", "vitamine", "lijn", "lijst", "type",
    "sectie", "afdeling", "kolom", "block", "group", "part", "phase", "option", "point",
    "building", "annex",
})  # fmt: skip
_SENTENCE = frozenset({
    "het", "een", "er", "we", "wij", "ze", "zij", "ik", "dit", "dat", "die", "deze", "daarna",
    "ook", "maar", "en", "of", "dus", "dan", "toen", "hier", "daar", "wat", "wie", "niet", "geen",
    "the", "this", "that", "then", "there", "it", "they", "and", "but", "also", "not",
})  # fmt: skip
_LIST = "ABCDEF"


def has_initials(text: str, places: Collection[str]) -> bool:
    """Whether someone seems to be named so. `places` are folded names of areas and towns."""
    return any(_is_person(match, text, places) for match in _PERSON.finditer(text))


def _is_person(match: re.Match[str], text: str, places: Container[str]) -> bool:
    words = match["name"].split()
    letters = re.sub(r"[. ]", "", match["initials"])
    if fold(letters) in _NO_INITIALS or fold(words[0]) in _SENTENCE:
        return False
    found = _BEFORE.search(text[max(match.start() - _LOOKED_BACK, 0) : match.start()])
    before = found[1] if found else ""
    if len(letters) == 1 and _is_numbering(letters, before, text):
        return False
    if len(letters) == 1 and not match["particle"] and fold(words[0]) in places:
        return False
    return not (_is_site(words, before) or _AFTER.match(text, match.end()))


def _is_numbering(letter: str, before: str, text: str) -> bool:
    """Whether a letter numbers something: behind a word for that, or in a list A. B. C."""
    if before.lower() in _NUMBERED:
        return True
    place = _LIST.find(letter)
    beside = (
        [*_LIST[max(place - 1, 0) : place], *_LIST[place + 1 : place + 2]] if place >= 0 else []
    )
    return any(re.search(rf"(?<![\w.]){other}\. ", text) for other in beside)


def _is_site(words: list[str], before: str) -> bool:
    """Whether it is named after someone: J.F. Kennedylaan, Sportpark W. van Doorn. A surname may be the
    word itself, as in J. van Dijk."""
    first = _SITE.search(words[0])
    return bool(
        (first and first.start() > 0)
        or any(_SITE.search(word) for word in words[1:])
        or _SITE.search(before)
    )
