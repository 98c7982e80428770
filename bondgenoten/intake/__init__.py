"""The intake room: files of a basisteam are read, checked and saved.

reading -> staging (cell by cell) -> checking (rules) -> saving, with importing as the door.
"""

from bondgenoten.intake.actors import NotAFunction
from bondgenoten.intake.entering import NotPlanned, cancel, confirm_planned, enter, move
from bondgenoten.intake.importing import Changed, DemoRegister, Rehearsal, import_files, rehearse
from bondgenoten.intake.order import Upload
from bondgenoten.intake.problems import Place
from bondgenoten.intake.report import FileReport, Report
from bondgenoten.intake.undoing import NotUndoable, undo

__all__ = [
    "Changed",
    "DemoRegister",
    "FileReport",
    "NotAFunction",
    "NotPlanned",
    "NotUndoable",
    "Place",
    "Rehearsal",
    "Report",
    "Upload",
    "cancel",
    "confirm_planned",
    "enter",
    "import_files",
    "move",
    "rehearse",
    "undo",
]
