"""The comments of a workbook. They are not read and kept nowhere, but they go round with the file: one
that holds personal data is told by its place. What a workbook says of itself (its author, its header)
is not looked at: a name stands there in every file, and nothing of it is repeated or kept."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bondgenoten.intake.excel_errors import column_of
from bondgenoten.intake.limits import MB
from bondgenoten.intake.parts import of_type, sheets, start
from bondgenoten.intake.privacy import personal
from bondgenoten.intake.problems import Problem

MOST = 2 * MB  # bytes of all comments that are looked at: thousands of them
_COMMENT = re.compile(
    r"""<(?:\w+:)?comment\s[^<>]{0,400}?\bref=["']([A-Z]{1,3})(\d{1,7})["'].*?(?:</(?:\w+:)?comment>|\Z)""",
    re.DOTALL,
)
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^>]{0,100})?>([^<]*)<")


def persons(number: int, path: Path) -> Iterator[Problem]:
    """Where a comment points at a person, and how; `number` is that of the file."""
    for sheet, row, position, text in _comments(path):
        if kind := personal(text):
            yield Problem(number, None if personal(sheet) else sheet, row, position, None,
                          "personal_comment", details={"personal": kind})  # fmt: skip


def _comments(path: Path) -> Iterator[tuple[str, int, int, str]]:
    """Sheet, row, position and text of the comments, those of a conversation too."""
    left = MOST
    with zipfile.ZipFile(path) as parts:
        # Each part once, however many sheets a workbook says it is of.
        for part, sheet in {part: sheet for sheet, part in sheets(parts)}.items():
            for name in of_type(parts, part, "/comments"):
                text = start(parts, name, left)
                left -= len(text)
                for match in _COMMENT.finditer(text):
                    said = html.unescape("".join(_TEXT.findall(match[0])))
                    yield sheet, int(match[2]), column_of(match[1].encode()) - 1, said
