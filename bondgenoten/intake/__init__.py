"""The intake room: files of a basisteam are read, checked and saved.

reading -> staging (cell by cell) -> checking (rules) -> saving, with importing as the door.
"""

from bondgenoten.intake.actors import NotAFunction
from bondgenoten.intake.annotating import annotate
from bondgenoten.intake.asking import NotPut, put_question, put_questions, withdraw_question
from bondgenoten.intake.confirming import confirm_team, confirmed_until, confirming
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.entering import NotPlanned, cancel, confirm_planned, enter, move
from bondgenoten.intake.groups import Group, grouped
from bondgenoten.intake.importing import Changed, DemoRegister, Rehearsal, import_files, rehearse
from bondgenoten.intake.naming import named
from bondgenoten.intake.order import Upload
from bondgenoten.intake.problems import Place, Problem
from bondgenoten.intake.report import FileReport, Report
from bondgenoten.intake.undoing import NotUndoable, undo, would_undo
from bondgenoten.intake.withdrawing import NotWithdrawn, withdraw_pause, would_withdraw

__all__ = [
    "Changed",
    "Declined",
    "DemoRegister",
    "FileReport",
    "Group",
    "NotAFunction",
    "NotPlanned",
    "NotPut",
    "NotUndoable",
    "NotWithdrawn",
    "Place",
    "Problem",
    "Rehearsal",
    "Report",
    "Upload",
    "annotate",
    "cancel",
    "confirm_planned",
    "confirm_team",
    "confirmed_until",
    "confirming",
    "enter",
    "grouped",
    "import_files",
    "move",
    "named",
    "put_question",
    "put_questions",
    "rehearse",
    "undo",
    "withdraw_pause",
    "withdraw_question",
    "would_undo",
    "would_withdraw",
]
