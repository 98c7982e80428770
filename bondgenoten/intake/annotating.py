"""The sender's own file, given back ready to be mended: what is wrong stands in it, cell by cell, and
a last column has the messages of the row. Personal data is left out of it."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePath

from bondgenoten.intake import annotated_csv, annotated_workbooks
from bondgenoten.intake.notes import Notes, Page
from bondgenoten.intake.order import Upload, uploads
from bondgenoten.intake.report import Report
from bondgenoten.language import LANGUAGES, words

_ZIP = b"PK\x03\x04"


def annotate(
    files: Sequence[Path | Upload], report: Report, language: str
) -> list[tuple[str, bytes]]:
    """The name and the content of a copy of each file in which something was found; none for a file
    that was not read. `files` are the ones that the report is about."""
    accepted = report.accepted.and_also([declared.digest for declared in report.declarations])
    copies, marked = [], annotated(report)
    for number, upload in enumerate(uploads(files)):
        sheets = _sheets(report, number)
        if number in marked:
            page = Page(language, sheets, accepted)
            copies.append(
                (copy_name(report.files[number].name, language), _copy(upload.path, page))
            )
    return copies


def copy_name(name: str, language: str) -> str:
    """What the copy of a file is called, so that it does not pass for the file itself; the copy of a
    copy is called the same."""
    ending = PurePath(name).suffix
    root = name.removesuffix(ending)
    for known in (words(one)("annotated.suffix") for one in LANGUAGES):
        root = root.removesuffix(known)
    return f"{root}{words(language)('annotated.suffix')}{ending}"


def annotated(report: Report) -> list[int]:
    """The numbers of the files that get a copy: those that were read, with something told of a cell."""
    told = {problem.file for problem in report.told if problem.cell}
    return [number for number, file in enumerate(report.files) if number in told and file.sha256]


def _sheets(report: Report, number: int) -> dict[str | None, Notes]:
    found: dict[str | None, Notes] = defaultdict(Notes)
    for problem in report.told:
        if problem.file == number and problem.position >= 0:
            cell = (problem.row, problem.position)
            found[problem.sheet].problems.setdefault(cell, []).append(problem)
    for place, text in report.mended.items():
        if place.file == number and found:
            found[place.sheet].mended[place.row, place.position] = text
    return dict(found)


def _copy(path: Path, page: Page) -> bytes:
    with path.open("rb") as file:
        is_workbook = file.read(4) == _ZIP
    return annotated_workbooks.copy(path, page) if is_workbook else annotated_csv.copy(path, page)
