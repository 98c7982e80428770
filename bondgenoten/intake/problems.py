"""The codes of DESIGN 4, and one problem found in a file. Words come from the catalogue."""

from dataclasses import dataclass, field
from typing import NamedTuple

ERRORS = (
    "unreadable", "unknown_file", "missing_column", "missing_value", "not_a_date",
    "not_a_whole_number", "not_allowed", "too_long", "bad_key", "unknown_basisteam",
    "unknown_municipality", "unknown_network", "unknown_theme", "held_in_future", "outside_life",
    "ends_before_start", "overlapping_pause", "conflicting_rows", "personal_data",
)  # fmt: skip
WARNINGS = (
    "duplicate_row", "held_in_pause", "past_planned", "no_theme", "more_than_ten",
    "unknown_column", "name_like", "hidden_sheet", "covers_future", "before_method", "far_ahead",
    "many_present", "no_members", "other_municipality", "alike_network", "no_row", "month_first",
    "twin_network", "reopened", "team_changed", "municipality_changed", "present_not_held",
    "themes_not_held", "nobody_present", "perhaps_moved", "nothing_held", "unanswered", "no_networks",
    "confirmed_early", "withdrawn_pause", "untold", "perhaps_bsn", "personal_comment", "no_longer_held",
    "value_emptied", "pause_reopened", "confirmed_ahead",
)  # fmt: skip

HELD = "held_back"  # of a row that waits for another one: told, but no fault


class Place(NamedTuple):
    """Where a cell stands: the number of its file, its sheet, its row, its column from 0."""

    file: int
    sheet: str | None
    row: int
    position: int

    @property
    def cell(self) -> str:
        """As Excel names it; a CSV counts its heading as row 1."""
        return f"{letters(self.position)}{self.row}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one cell, row, sheet or file. `value` is as typed; never personal data.

    `reason` picks a message of its own under the code (`problem.<code>.<reason>`); `details` are
    the values it names. `mend` is the text that can stand in place of the cell where `suggestion` is
    no mere guess.
    """

    file: int
    sheet: str | None
    row: int
    position: int  # of the column, from 0; -1 for a fault of the file as a whole
    column: str | None
    code: str
    value: str | None = None
    suggestion: str | None = None
    reason: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    mend: str | None = None

    @property
    def severity(self) -> str:
        if self.code == HELD:
            return "held"
        return "error" if self.code in ERRORS else "warning"

    @property
    def place(self) -> Place:
        return Place(self.file, self.sheet, self.row, self.position)

    @property
    def cell(self) -> str | None:
        """The cell as Excel names it; None for a fault of the file as a whole."""
        return self.place.cell if self.position >= 0 else None


def letters(position: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    found = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        found = chr(65 + letter) + found
    return found
