"""What a sheet offers to whoever fills it in, new or given back: lists to choose from and widths. What
may be chosen comes from the reference data."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bondgenoten import reference, store
from bondgenoten.contract import SYNONYMS, Column
from bondgenoten.language import Words, words

ROWS = 1000  # rows of a sheet that get lists and date cells


class Choices:
    """The lists of the columns that have one, in one language, and where they stand in a workbook."""

    def __init__(self, language: str) -> None:
        self._say: Words = words(language)
        self._places: dict[str, str] = {}

    def write(
        self, sheet: Worksheet, top: int, title: Format | None = None, plain: Format | None = None
    ) -> int:
        """Writes the lists below each other in the first column; the row below them."""
        for name, values in _values(self._say).items():
            said = self._say("template.list", column=self._say(f"column.{name}"))
            sheet.write_string(top, 0, said, title)
            for row, value in enumerate(values, start=top + 1):
                sheet.write_string(row, 0, value, plain)
            last = top + 1 + len(values)
            self._places[name] = f"='{sheet.get_name()}'!$A${top + 2}:$A${last}"
            top = last + 1
        return top

    def rule(self, column: Column) -> dict[str, object] | None:
        """What Excel offers and checks in a column with a list. Several themes fit in one cell, so for
        those the list only warns."""
        if column.name not in self._places:
            return None
        stop = "information" if column.type == "themes" else "stop"
        source = self._places[column.name]
        return {"validate": "list", "source": source, "error_type": stop, **self.advice(column)}

    def advice(self, column: Column) -> dict[str, object]:
        """What Excel says of a value that does not fit."""
        title = self._say(f"column.{column.name}")[:32]
        return {"error_title": title, "error_message": self._say("template.check")}


def _values(say: Words) -> dict[str, list[str]]:
    """The values of each column that has a list, as a secretary knows them."""
    known = reference.load(store.ROOT / "data" / "reference")
    lists = {column: [say(f"code.{code}") for code in codes] for column, codes in SYNONYMS.items()}
    lists["basisteam"] = list(dict.fromkeys(known["basisteams"]["name"].to_pylist()))
    lists["municipality"] = sorted(set(known["municipalities"]["municipality"].to_pylist()))
    lists["themes"] = known["themes"][f"name_{say.language}"].to_pylist()
    return lists


def width(column: Column) -> int:
    """How wide a column is, in characters."""
    return {"themes": 44, "text": 32, "basisteam": 28, "municipality": 22}.get(column.type, 16)
