"""One question as one file, in parts: the one door for the page, its address and the command line."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import IO

from bondgenoten import metrics, store
from bondgenoten.exports import csv, naming, package, parquet, workbook
from bondgenoten.language import Words
from bondgenoten.metrics import Question

PACKAGE = naming.PACKAGE
FORMS = tuple(naming.ENDS)
PART = 2**18  # bytes of a part of a file that is made whole first
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class Delivery:
    """A file that is asked for; nothing is computed until its parts are."""

    reader: store.Reader
    question: Question
    form: str
    words: Words

    @property
    def name(self) -> str:
        return naming.file_name(self.question, self.form, self.reader.content, self.words)

    @property
    def media_type(self) -> str:
        return TYPES[self.name[self.name.rindex(".") :]]

    @property
    def mark(self) -> str:
        """SHA-256 of the question, the register's content and the program: an entity tag."""
        asked = (self.name, repr(self.question), self.form, self.words.language)
        return hashlib.sha256(
            json.dumps([*asked, self.reader.content, _program()]).encode()
        ).hexdigest()

    def parts(self) -> Iterator[bytes]:
        """The bytes; CSV as the rows come, the other forms from a file that is made first."""
        if self.question.name == PACKAGE or self.form in ("xlsx", "parquet"):
            yield from self._made_first()
            return
        batches = metrics.batches(self.reader, self.question)
        values = map(csv.values_of, batches)
        if self.form == "machine":
            yield from csv.machine_parts(batches.schema.names, values)
        else:
            names = csv.names(self.reader, self.words.language)
            yield from csv.excel_parts(batches.schema.names, values, self.words, names)

    def _made_first(self) -> Iterator[bytes]:
        with tempfile.TemporaryFile() as file:
            self._write(file)
            file.seek(0)
            while part := file.read(PART):
                yield part

    def _write(self, file: IO[bytes]) -> None:
        if self.question.name == PACKAGE:
            package.write(file, self.reader, self.question)
        elif self.form == "xlsx":
            workbook.write(file, self.reader, self.question, self.words)
        else:
            parquet.write(file, self.reader, self.question)


def delivery(reader: store.Reader, question: Question, form: str, words: Words) -> Delivery:
    """The file for a question; a choice that the metric does not use makes no difference."""
    if question.name == PACKAGE:
        said = replace(question, year=question.year or question.as_of.year)
        return Delivery(reader, said, "machine", words)
    return Delivery(reader, question.plain(), form, words)


@cache
def _program() -> str:
    """A hash of the program itself: another definition or word makes another file."""
    house = store.ROOT / "bondgenoten"
    files = sorted(file for end in ("py", "sql", "po") for file in house.rglob(f"*.{end}"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
