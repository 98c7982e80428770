"""The intake room: files of a basisteam are read, checked and saved.

reading -> staging (cell by cell) -> checking (rules) -> saving, with importing as the door.
"""

from bondgenoten.intake.importing import DemoRegister, import_files
from bondgenoten.intake.report import FileReport, Report

__all__ = ["DemoRegister", "FileReport", "Report", "import_files"]
