"""All files of a review in one folder: paper, workbook, a CSV a metric and list. Whole or not at all."""

from pathlib import Path

from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.paper import meeting
from bondgenoten.paper.printing import pdf
from bondgenoten.paper.review import Edition, Review, columns
from bondgenoten.paper.workbook import workbook
from bondgenoten.store import SHORT


def save(review: Review, words: Words, folder: Path) -> list[Path]:
    """Writes the files, replacing those of the same name; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        file_name(review, words("paper.file"), "pdf"): pdf(review, words),
        file_name(review, words("paper.file"), "xlsx"): workbook(review, words),
    }
    for metric in review.tables:
        files[file_name(review, metric, "csv")] = machine(review, metric)
    files[file_name(review, "decisions", "csv")] = decisions(review)
    files[file_name(review, "restated", "csv")] = restated(review)
    return [_write(folder / name, made) for name, made in files.items()]


def machine(review: Review, metric: str) -> bytes:
    """The rows of one metric of the review as machine CSV."""
    names = columns(metric)
    values = [[row[name] for row in review.tables[metric]] for name in names]
    return b"".join(csv.machine_parts(names, [values]))


def decisions(review: Review) -> bytes:
    """What is still open of earlier quarters and what this one decided."""
    values = [[row[name] for row in meeting.listed(review)] for name in meeting.COLUMNS]
    return b"".join(csv.machine_parts(list(meeting.COLUMNS), [values]))


RESTATED = (
    "period", "metric", "key", "figure", "old", "new", "difference", "cause", "recorded_at",
    "batches", "cause_old", "cause_new", "cause_difference",
)  # fmt: skip


def restated(review: Review) -> bytes:
    """Every figure that moved since the closing, a row for each of its causes."""
    rows = [
        (str(one.period), *one.figure, one.old, one.new, one.difference, cause.step.kind,
         cause.step.recorded_at, "|".join(map(str, cause.step.batches)), cause.old, cause.new,
         cause.difference)
        for one in review.moved
        for cause in one.causes
    ]  # fmt: skip
    columns = [[row[place] for row in rows] for place in range(len(RESTATED))]
    return b"".join(csv.machine_parts(list(RESTATED), [columns]))


def file_name(review: Edition, what: str, end: str) -> str:
    """bondgenoten-2026-Q3-norm-2026-11-23-1a2b3c4d.csv: quarter, what, as-of date, version. What is
    restated after a closing has a name of its own, and replaces no earlier file."""
    return f"bondgenoten-{review.quarter}-{what}-{review.as_of}-{review.state[:SHORT]}.{end}"


def _write(path: Path, made: bytes) -> Path:
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(made)
    return draft.replace(path)
