"""Texts that a spreadsheet would run: what they start with, and the apostrophe that makes them text."""

STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text as a spreadsheet may open it."""
    return "'" + text if text.startswith(STARTS) else text


def original(text: str) -> str:
    """The text from before it was made harmless."""
    return text[1:] if text[:1] == "'" and text[1:2] in STARTS else text
