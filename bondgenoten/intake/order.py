"""What is asked of one import: the files, the day, and how the sender's cells are to be taken."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Required, TypedDict

from bondgenoten.intake.actors import function
from bondgenoten.intake.problems import Place

Progress = Callable[[str, float], None]
Texts = Mapping[Place, str]


class Upload(NamedTuple):
    """A file as it lies here, and the name its sender gave it."""

    path: Path
    name: str


class Options(TypedDict, total=False):
    """What a dry run and the import after it have to be asked alike.

    `mended` are texts that stand in place of cells as typed. `declared` gives the reason why a cell
    that looks like a BSN is none. `actor` is a function, never a person. `recorded_at` is in UTC,
    without a zone. `progress` gets `read`, `check` or `save` (of a rehearsal: `effect`) and a fraction
    from 0 to 1; when it raises, the import ends there and nothing is left of it.
    """

    as_of: Required[date]
    accept_valid: bool
    source: str
    recorded_at: datetime | None
    progress: Progress | None
    actor: str | None
    mended: Texts
    declared: Texts


@dataclass(frozen=True)
class Order:
    """The files and the options of one import, complete."""

    files: tuple[Upload, ...]
    as_of: date
    accept_valid: bool = False
    source: str = "import"
    recorded_at: datetime | None = None
    progress: Progress | None = None
    actor: str | None = None
    mended: Texts = field(default_factory=dict)
    declared: Texts = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.actor is not None:
            function(self.actor)  # raises NotAFunction

    @property
    def kind(self) -> str:
        return "demo" if self.source == "demo" else "real"

    def told(self, phase: str) -> Callable[[float], None]:
        """Who hears how far a phase is."""
        tell = self.progress
        return (lambda done: tell(phase, done)) if tell else (lambda done: None)


def uploads(files: Sequence[Path | Upload]) -> tuple[Upload, ...]:
    """Files with the names they came under, without their folders; a bare path has its own."""
    named = (file if isinstance(file, Upload) else Upload(file, file.name) for file in files)
    return tuple(Upload(path, re.split(r"[/\\]", name)[-1]) for path, name in named)
