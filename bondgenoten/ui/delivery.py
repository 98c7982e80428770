"""What one visitor is delivering: held in memory until it is saved or let go. Knows no widgets."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bondgenoten import effects, history, intake, scratch
from bondgenoten.effects import Effect
from bondgenoten.history import Corrections
from bondgenoten.intake import Place, Report, Upload
from bondgenoten.intake.annotating import annotate, annotated
from bondgenoten.ui.data import Register

Progress = Callable[[str, float], None]
MOST_CORRECTED = 1000  # rows that are held to be shown, old and new


@dataclass(frozen=True)
class Checked:
    """A dry run: what it found, what saving would do and correct, and on which version of the
    register."""

    report: Report
    effects: list[Effect]
    corrections: Corrections
    version: str


@dataclass
class Delivery:
    """The files as they came, what the sender mended here, and the last dry run of them.

    `is_changed` says that the register changed since the dry run that the visitor read, `is_asked`
    that the visitor asked to save it, and `is_saved` that it was: nothing is left to do or to hold.
    """

    files: tuple[tuple[str, bytes], ...]
    mended: dict[Place, str] = field(default_factory=dict)
    declared: dict[Place, str] = field(default_factory=dict)
    accept_valid: bool = False
    checked: Checked | None = None
    is_changed: bool = False
    is_asked: bool = False
    is_saved: bool = False

    def is_seen(self, register: Register) -> bool:
        """Whether the last dry run is of this version of the register."""
        return bool(self.checked and self.checked.version == register.version)

    def ask(self) -> None:
        """The click counts for the dry run that stands on the screen at this moment."""
        self.is_asked = self.checked is not None

    def taken_ask(self) -> bool:
        """Whether saving was asked; told once."""
        asked, self.is_asked = self.is_asked, False
        return asked

    def mend(self, texts: dict[Place, str]) -> None:
        self.mended |= texts
        self.checked = None

    def declare(self, places: Sequence[Place], reason: str) -> None:
        """Says of cells that look like a BSN that they hold none, and why."""
        self.declared |= dict.fromkeys(places, reason)
        self.checked = None

    def take_back(self) -> None:
        """Lets every correction and declaration made here go."""
        self.mended, self.declared, self.checked = {}, {}, None

    def accept(self, valid: bool) -> None:
        self.accept_valid, self.checked = valid, None

    def check(self, register: Register, progress: Progress) -> None:
        """The dry run. A demo takes no delivery, so there it is held to an empty register."""
        self.is_asked = False
        with self.uploads() as (folder, uploads):
            database = folder / "empty.duckdb" if register.is_demo else register.path
            with intake.rehearse(
                database,
                uploads,
                as_of=register.as_of,
                accept_valid=self.accept_valid,
                mended=self.mended,
                declared=self.declared,
                progress=progress,
            ) as rehearsal:
                after, found, corrected = rehearsal.after, [], Corrections([], 0)
                if after and not register.is_demo:
                    found = effects.effect(rehearsal.before, after, register.as_of)
                    corrected = history.corrections(after, MOST_CORRECTED)
                self.checked = Checked(rehearsal.report, found, corrected, register.version)

    def save(self, register: Register, actor: str, progress: Progress) -> Report:
        """Saves what the dry run showed, and nothing else. Raises intake.Changed and others.

        Once it is saved the files are held nowhere: not here, and they never were on a disk of ours.
        """
        assert self.checked
        try:
            report = self._save(register, actor, self.checked.report.proof, progress)
        except intake.Changed:
            self.checked, self.is_changed = None, True
            raise
        self.files, self.is_saved = (), True
        return report

    def _save(self, register: Register, actor: str, proof: str, progress: Progress) -> Report:
        with self.uploads() as (_, uploads):
            return intake.import_files(
                register.path,
                uploads,
                as_of=register.as_of,
                accept_valid=self.accept_valid,
                mended=self.mended,
                declared=self.declared,
                proof=proof,
                actor=actor,
                effects=effects.effect,
                progress=progress,
            )

    @property
    def marked(self) -> list[str]:
        """The names of the files that a copy is made of, in the order of `copies`."""
        assert self.checked
        report = self.checked.report
        return [report.files[number].name for number in annotated(report)]

    def copies(self, language: str) -> list[tuple[str, bytes]]:
        """The files with what the last dry run found in them, in their cells."""
        assert self.checked
        with self.uploads() as (_, uploads):
            return annotate(uploads, self.checked.report, language)

    @contextmanager
    def uploads(self) -> Iterator[tuple[Path, list[Upload]]]:
        """The files on disk for as long as they are read; a sender's name never names one there."""
        with scratch.folder() as folder:
            found = []
            for number, (name, content) in enumerate(self.files):
                path = folder / str(number)
                path.write_bytes(content)
                found.append(Upload(path, name))
            yield folder, found
