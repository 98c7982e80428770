"""The files of one upload together: reads them all, and gathers what cells and rules have shown."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from bondgenoten.intake import checking, comments, reading
from bondgenoten.intake.asides import persons
from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.file_names import is_named, safe
from bondgenoten.intake.known import Known, Queried, known
from bondgenoten.intake.limits import MOST_FAULTS
from bondgenoten.intake.mending import mended
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.once import told_once
from bondgenoten.intake.order import Order
from bondgenoten.intake.privacy import personal
from bondgenoten.intake.problems import Place, Problem
from bondgenoten.intake.refusals import Refusal, must_be_few
from bondgenoten.intake.report import Declaration, FileReport, Report
from bondgenoten.intake.ruled import ruled
from bondgenoten.intake.sheets import Aside, Sheet
from bondgenoten.intake.sources import Source
from bondgenoten.intake.staging import Stager, create_tables, discard
from bondgenoten.intake.waiting import waiting


@dataclass
class Gathering:
    """The files of one upload while they are being read."""

    connection: Queried
    order: Order
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    asides: list[tuple[int, str, Declaring]] = field(default_factory=list)  # file, sheet

    @cached_property
    def _progress(self) -> Callable[[float], None]:
        return self.order.told("read")

    @cached_property
    def _names(self) -> list[tuple[str, str | None]]:
        """Each file's name as it may be shown, and the kind of personal data that it held."""
        return [safe(number, file.name) for number, file in enumerate(self.order.files)]

    @cached_property
    def _shown(self) -> list[str]:
        return [name for name, _ in self._names]

    @cached_property
    def _known(self) -> Known:
        return known(self.connection)

    @cached_property
    def shared(self) -> dict[str, str]:
        """Details that are the same for every problem of this upload."""
        return {"as_of": self.order.as_of.strftime("%d-%m-%Y")}

    def read(self) -> None:
        """Stages all files."""
        create_tables(self.connection)
        stager = Stager(self.connection, self._known)
        for number, file in enumerate(self.order.files):
            self._read(number, file.path, stager)
        self.problems = told_once(self.connection, self.sources, self.problems)
        self._progress(1.0)

    def _read(self, number: int, path: Path, stager: Stager) -> None:
        """Stages one file; a file that cannot be read leaves one problem and no rows."""
        found = list(self._name_like(number))
        sources: list[Source] = []
        asides: list[tuple[int, str, Declaring]] = []
        share = 1 / len(self.order.files)

        def progress(done: float) -> None:
            self._progress(share * (number + done))

        try:
            self._must_be_nobody("file_name", self._names[number][1])
            for sheet in reading.sheets(path):
                self._must_be_nobody("sheet_name", personal(sheet.name or ""))
                if is_name_like(sheet.name or "", self._known.places):
                    found.append(Problem(number, sheet.name, 0, -1, None, "name_like",
                                         reason="sheet_name"))  # fmt: skip
                if isinstance(sheet, Aside):
                    asides.append((number, sheet.name, self._declaring(number, sheet.name)))
                    told = persons(number, sheet, asides[-1][-1], self._known.places)
                else:
                    sources.append(self._source(len(self.sources) + len(sources), number, sheet))
                    told = stager.stage(sources[-1], progress)
                found += islice(told, MOST_FAULTS + 1 - len(found))
                must_be_few(found)
            if reading.is_workbook(path):
                found += comments.persons(number, path)
        except Refusal as refusal:
            for source in sources:
                discard(self.connection, source)
            found = [_refused(number, refusal)]
            sources, asides = [], []
        self.sources += sources
        self.asides += asides
        self.problems += found

    def _name_like(self, number: int) -> Iterator[Problem]:
        if is_named(self._names[number][0], self._known.places):
            yield Problem(number, None, 0, -1, None, "name_like", reason="file_name")

    def _must_be_nobody(self, what: str, kind: str | None) -> None:
        """Refuses a file whose name, or that of a sheet, holds personal data: names are repeated."""
        if kind:
            raise Refusal("personal_data", what, personal=kind)

    def _source(self, number: int, file: int, sheet: Sheet) -> Source:
        declaring = self._declaring(file, sheet.name)
        sheet = mended(sheet, file, self.order.mended)
        return Source(number, file, sheet, declaring, self.order.source == "entry")

    def _declaring(self, file: int, sheet: str | None) -> Declaring:
        return Declaring(self._known.declared, self.order.declared, file, sheet)

    def report(self) -> Report:
        """What cells and rules have shown, in the order of the files. Needs the rules to have run."""
        told = ruled(self.connection, self.sources, self._shown, self.shared)
        problems = [*self.problems, *told]
        order = {(s.file, s.sheet.name): s.number for s in self.sources}
        problems.sort(
            key=lambda p: (p.file, order.get((p.file, p.sheet), -1), p.row, p.position, p.code)
        )
        waits = checking.held(self.connection, MOST_FAULTS)
        held = waiting(self.sources, self._shown, problems, waits)
        counts = checking.outcomes(self.connection)
        files = [self._file(number, counts) for number in range(len(self.order.files))]
        return Report(
            files, problems, self.order.accept_valid, held=list(held),
            declarations=self._declarations(), mended=self.order.mended,
            accepted=self._known.declared,
        )  # fmt: skip

    def _declarations(self) -> list[Declaration]:
        sheets = [(s.file, s.sheet.name, s.declaring) for s in self.sources]
        return [
            Declaration(
                self._names[file][0], sheet, Place(file, sheet, made.row, made.position).cell,
                made.personal, made.digest, made.reason,
            )
            for file, sheet, declaring in sheets + self.asides
            for made in declaring.made
        ]  # fmt: skip

    def _file(self, number: int, counts: dict[tuple[int, str], int]) -> FileReport:
        sources = [source for source in self.sources if source.file == number]
        mine = [source.number for source in sources]
        return FileReport(
            self._names[number][0],
            _sha256(self.order.files[number].path) if mine else "",
            **{o: sum(counts.get((source, o), 0) for source in mine) for o in checking.OUTCOMES},
            kinds=tuple(dict.fromkeys(source.kind.name for source in sources)),
        )


def _refused(file: int, refusal: Refusal) -> Problem:
    sheet = None if refusal.sheet and personal(refusal.sheet) else refusal.sheet
    return Problem(file, sheet, 0, -1, None, refusal.code, None, None, refusal.reason,
                   refusal.details)  # fmt: skip


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
