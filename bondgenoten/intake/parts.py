"""The parts that a workbook is packed in: which belongs to which sheet. What stands in them is not
known here."""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator

from bondgenoten.intake.limits import MB

_MOST = 4 * MB  # bytes of a part that says which parts there are: thousands of sheets
# Up to the next tag only, so that a part full of broken ones takes no longer.
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")


def sheets(parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the part that holds its cells."""
    targets = {_value(tag, "Id"): part for tag, part in _related(parts, "xl/workbook.xml")}
    for tag in _SHEET.findall(_text(parts, "xl/workbook.xml")):
        yield html.unescape(_value(tag, "name")), targets.get(_value(tag, r"\w+:id"), "")


def of_type(parts: zipfile.ZipFile, part: str, ending: str) -> Iterator[str]:
    """The parts that belong to another one and are of a type that ends in this."""
    for tag, related in _related(parts, part):
        if _value(tag, "Type").endswith(ending):
            yield related


def _related(parts: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    folder, name = posixpath.split(part)
    for tag in _RELATION.findall(_text(parts, f"{folder}/_rels/{name}.rels")):
        yield (
            tag,
            posixpath.normpath(posixpath.join("/", folder, _value(tag, "Target"))).lstrip("/"),
        )


def _text(parts: zipfile.ZipFile, name: str) -> str:
    return start(parts, name, _MOST)


def start(parts: zipfile.ZipFile, name: str, length: int) -> str:
    """The beginning of a part; nothing where it is not there."""
    if name not in parts.NameToInfo:
        return ""
    with parts.open(name) as file:
        return file.read(max(length, 0)).decode("utf-8", "replace")


def _value(tag: str, name: str) -> str:
    match = re.search(rf"""\s{name}=["']([^"']*)["']""", tag)
    return match[1] if match else ""
