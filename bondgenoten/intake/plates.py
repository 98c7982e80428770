"""Dutch number plates in a text. Pure."""

import re

# The forms of Dutch plates; since 1991 without vowels, and M only as a first letter.
_OLD, _NEW = "[A-Z]", "[BDFGHJKLNPRSTVXZ]"
_FORMS = (
    ("XX", "99", "99"), ("99", "99", "XX"), ("99", "XX", "99"), ("XX", "99", "XX"),
    ("XX", "XX", "99"), ("99", "XX", "XX"), ("99", "NNN", "9"), ("9", "NNN", "99"),
    ("NN", "999", "N"), ("N", "999", "NN"), ("NNN", "99", "N"), ("N", "99", "NNN"),
    ("9", "NN", "999"), ("999", "NN", "9"), ("999", "N", "NN"), ("NN", "N", "999"),
)  # fmt: skip


def _plates(separator: str, new: str = _NEW) -> str:
    parts = {"X": _OLD, "N": new, "9": r"\d"}
    spelt = (separator.join("".join(parts[c] for c in part) for part in form) for form in _FORMS)
    return "(?:" + "|".join(spelt) + ")"


_PLATE = re.compile(
    rf"(?<![A-Za-z0-9-])(?i:{_plates('-')})(?![A-Za-z0-9-])"
    rf"|(?<![A-Za-z0-9-]){_plates(' ')}(?![A-Za-z0-9-])"
    # said to be one: in any case and with any letters, with any gaps or none
    rf"|(?i:kenteken|nummerbord|plate)\W{{1,3}}(?i:{_plates('[ -]?', _OLD)})\b"
)
SAID = ("kenteken", "nummerbord", "plate")


def has_plate(text: str) -> bool:
    return _PLATE.search(text) is not None
