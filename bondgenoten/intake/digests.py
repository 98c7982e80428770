"""Texts that were declared to be no BSN: known again by a digest, so that they themselves are not kept.

There are only some ninety million BSNs, so whoever has the register can try them all. A key beside
the digests would lie in the same file and stop nobody, and a slow hash costs them weeks, no more. So
the digest is slow, with a salt of this register, and is cut short as well: after all that trying,
about ninety numbers remain for each digest. Its price is that one in a million BSNs is let through
for every number that was declared.
"""

import hashlib
from collections.abc import Collection

_COST = 2**14  # of scrypt: 16 MB and some hundredths of a second a text
_LENGTH = 5  # hexadecimal digits that are kept: 20 bits
MOST = 100  # different texts of an upload that are looked up beside those known


class Digests:
    """The declared texts of one register, with its salt."""

    def __init__(self, salt: str = "", known: Collection[str] = ()) -> None:
        self._salt = salt
        self._known = frozenset(known)
        self._made: dict[str, str] = {}

    def __contains__(self, text: str) -> bool:
        """Whether a text was declared before. The last of very many are not looked up: that would take
        long, and so many are no exceptions."""
        is_new = text not in self._made
        if not self._known or (is_new and len(self._made) >= MOST + len(self._known)):
            return False
        return self.of(text) in self._known

    def of(self, text: str) -> str:
        """The digest under which a text is known."""
        if text not in self._made:
            content = text.strip().encode("utf-8", "surrogatepass")
            made = hashlib.scrypt(content, salt=self._salt.encode(), n=_COST, r=8, p=1)
            self._made[text] = made.hex()[:_LENGTH]
        return self._made[text]

    def and_also(self, more: Collection[str]) -> "Digests":
        """These, and digests made with the same salt."""
        return Digests(self._salt, self._known | frozenset(more))
