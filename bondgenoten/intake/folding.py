"""What makes two spellings the same. Pure."""

import re
import unicodedata
from collections.abc import Mapping

_AROUND = " \t\r\n\"'`‘’‚‛“”„‟«»‹›"
_BETWEEN = re.compile(r"(?<=[^\W_])[-\s\"'`‘’_.,:;/&()]+(?=[^\W_])")


def fold(text: str) -> str:
    """A spelling without case, accents, spaces and punctuation: `Thema's` becomes `themas`."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart.casefold() if character.isalnum())


def marked(text: str) -> str:
    """A spelling folded, but with the signs that may doubt or deny it: `gehouden?` and `-gehouden` keep
    theirs. Signs between words, quotes around them and a stop behind them say nothing."""
    apart = (c for c in unicodedata.normalize("NFKD", text) if not _is_accent(c))
    bare = "".join("-" if _is_hyphen(c) else c for c in apart).strip(_AROUND)
    bare = bare[:-1].strip(_AROUND) if bare.endswith((".", ",", ":", ";")) else bare
    return "".join(_BETWEEN.sub("", bare.casefold()).split())


def _is_accent(character: str) -> bool:
    """Whether it only belongs to the letter before it or does not show; a stroke through it does."""
    kind = unicodedata.category(character)
    through = unicodedata.combining(character) == 1
    return (kind == "Mn" and not through) or (kind in ("Cf", "Cc") and not character.isspace())


def plain(text: str) -> str:
    """A text as it looks: compatible forms made one, no characters that do not show, any decimal
    digit from 0 to 9, any hyphen a hyphen. Only to look through; what is kept is what was typed."""
    if text.isascii() and text.isprintable():
        return text
    shown = (c for c in unicodedata.normalize("NFKC", text) if c.isspace() or _is_shown(c))
    return "".join(_as_ascii(character) for character in shown)


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cc", "Mn", "Me")


def _as_ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "-" if _is_hyphen(character) else character


def _is_hyphen(character: str) -> bool:
    return unicodedata.category(character) == "Pd" or character == "\N{MINUS SIGN}"


def by_spelling(known: Mapping[str, str]) -> dict[str, str]:
    """The value of each spelling, marked: with its own signs or with none, never with others."""
    return {key: value for text, value in known.items() for key in (fold(text), marked(text))}
