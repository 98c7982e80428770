"""Bytes become sheets of text cells. What the cells mean is not known here."""

from collections.abc import Iterator
from pathlib import Path

from bondgenoten.intake import csv_files, workbooks
from bondgenoten.intake.limits import LARGEST, MB
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Aside, Sheet

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_BEFORE_OLE = tuple(
    b"\t" + rest for rest in (b"\x08", b"\4\6\0", b"\2\6\0", b"\0\4\0")
)  # of Excel 2 to 5
_OTHERS = {  # in small letters
    "pdf": (b"%pdf",),
    "web_page": (b"<html", b"<!doctype html", b"<table", b"<?xml"),
    "picture": (b"\x89png", b"\xff\xd8\xff", b"gif8"),
}


def sheets(path: Path) -> Iterator[Sheet | Aside]:
    """The sheets of a file, those of none of our kinds aside; a CSV is one sheet without a name.

    Raises Refusal when the file cannot be read or is none of ours. What it is, is read from its
    first bytes, never from its name.
    """
    start = _first_bytes(path)
    if start.startswith(_ZIP):
        yield from workbooks.sheets(path)
    elif start.startswith(_OLE):
        raise Refusal("unreadable", "password" if _is_encrypted(path) else "old_excel")
    elif reason := _other(start):
        raise Refusal("unreadable", reason)
    else:
        yield from csv_files.sheets(path)


def is_workbook(path: Path) -> bool:
    """Whether a file is read as one."""
    return _first_bytes(path).startswith(_ZIP)


def _other(start: bytes) -> str | None:
    """What a file is that is neither a workbook nor text, as far as its first bytes say so."""
    if start.startswith(_BEFORE_OLE):
        return "old_excel"
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((reason for reason, starts in _OTHERS.items() if text.startswith(starts)), None)


def _first_bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal("unreadable", "missing" if not path.exists() else "no_file")
        if path.stat().st_size > LARGEST:
            raise Refusal("unreadable", "too_large", limit=str(LARGEST // MB))
        with path.open("rb") as file:
            start = file.read(512)
    except OSError as fault:
        raise Refusal("unreadable", "no_access") from fault
    if not start.strip():
        raise Refusal("unreadable", "empty")
    return start


def _is_encrypted(path: Path) -> bool:
    with path.open("rb") as file:
        return "EncryptedPackage".encode("utf-16-le") in file.read(LARGEST)
