"""Sound deliveries at random, and faults of every kind to sow in them: one a network, so that no two
touch. Each fault says in which cell and under which code it must be told, and nothing else."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import xlsxwriter
from hypothesis import strategies as st

from bondgenoten.contract import KINDS
from bondgenoten.intake.dates import read_date
from bondgenoten.intake.problems import letters
from bondgenoten.language import words

Row = dict[str, str]
Told = tuple[str | None, str | None, str]  # kind, cell, code

# A text that is wrong in one cell of the first row that is about the network.
CELLS = (
    ("networks", "network_id", "A B", "bad_key"), ("networks", "network_id", "", "missing_value"),
    ("networks", "name", "", "missing_value"), ("networks", "name", "x" * 121, "too_long"),
    ("networks", "name", "bel 06-12345678", "personal_data"), ("networks", "area", "#N/A", "not_allowed"),
    ("networks", "area", "mevrouw De Vries", "name_like"), ("networks", "basisteam", "Nergens", "unknown_basisteam"),
    ("networks", "municipality", "Parijs", "unknown_municipality"), ("networks", "scale", "dorp", "not_allowed"),
    ("networks", "started_on", "30-2-2020", "not_a_date"), ("networks", "ended_on", "1-1-2000", "ends_before_start"),
    ("networks", "members_police", "-1", "not_a_whole_number"), ("networks", "members_citizens", "50", "more_than_ten"),
    ("meetings", "network_id", "ZZQ-7", "unknown_network"), ("meetings", "network_id", "", "missing_value"),
    ("meetings", "date", "31-2-2026", "not_a_date"), ("meetings", "date", "1-2-2027", "held_in_future"),
    ("meetings", "date", "1-1-2001", "outside_life"), ("meetings", "date", "15-2-2024", "held_in_pause"),
    ("meetings", "status", "gehoudn", "not_allowed"), ("meetings", "kind", "extra", "not_allowed"),
    ("meetings", "themes", "Voetbal", "unknown_theme"), ("meetings", "themes", "", "no_theme"),
    ("meetings", "agenda_from", "123456782", "personal_data"), ("meetings", "present_police", "zes", "not_a_whole_number"),
    ("pauses", "paused_until", "1-1-2024", "ends_before_start"), ("pauses", "paused_from", "1-1-2001", "outside_life"),
    ("networks", "started_on", "1-1-1924", "before_method"), ("networks", "ended_on", "31-12-2199", "far_ahead"),
    ("networks", "municipality", "Baarn", "other_municipality"), ("networks", "members_citizens", "0", "no_members"),
    ("meetings", "present_police", "1000000", "many_present"),
    ("pauses", "reason", "NL91ABNA0417164300", "personal_data"), ("pauses", "reason", "x" * 201, "too_long"),
)  # fmt: skip
SWAPPED = {"network_id": "the same in the other case"}
NOBODY = {f"present_{side}": "0" for side in ("police", "municipality", "citizens")}
ABSENT = {f"present_{side}": "" for side in ("police", "municipality", "citizens")}
# A row below the others: the network's first of that kind, with these cells changed.
ROWS = (
    ("meetings", {}, "network_id", "duplicate_row"),
    ("networks", SWAPPED, "network_id", "alike_network"),
    ("meetings", {"status": "Geannuleerd"}, "network_id", "conflicting_rows"),
    ("pauses", {"paused_from": "20-2-2024"}, "paused_from", "overlapping_pause"),
    ("meetings", {"status": "Gepland", "date": "2-3-2025"}, "date", "past_planned"),
    (
        "meetings",
        {"status": "Geannuleerd", "date": "3-3-2025"},
        "present_police",
        "present_not_held",
    ),
    ("meetings", {"status": "Gepland", "date": "3-12-2026"}, "present_police", "present_not_held"),
    (
        "meetings",
        {"status": "Geannuleerd", "date": "4-3-2025"} | ABSENT,
        "themes",
        "themes_not_held",
    ),
    ("meetings", {"date": "5-3-2025"} | NOBODY, "present_citizens", "nobody_present"),
    ("networks", {"network_id": "{key}-B"}, "name", "twin_network"),
)
CODES = {fault[3] for fault in (*CELLS, *ROWS)} | {"missing_column", "unknown_column", "hidden_sheet",
                                                   "unreadable", "unknown_file", "no_row", "month_first"}  # fmt: skip


@dataclass
class Delivery:
    """Rows of every kind, and what has to be told of them."""

    rows: dict[str, list[Row]]
    told: list[Told] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)  # kind -> a column of its own
    dropped: dict[str, str] = field(default_factory=dict)  # kind -> a column left out
    hidden: set[str] = field(default_factory=set)

    def columns(self, kind: str) -> list[str]:
        return [name for name in KINDS[kind].names if self.dropped.get(kind) != name]

    def expect(self, kind: str, row: int, column: str, code: str) -> None:
        position = self.columns(kind).index(column)
        self.told.append((kind, f"{letters(position)}{row + 2}", code))

    def table(self, kind: str, language: str) -> list[list[str]]:
        say = words(language)
        extra = [self.extra[kind]] if kind in self.extra else []
        headings = [say(f"column.{name}") for name in self.columns(kind)] + extra
        return [headings, *([row[n] for n in self.columns(kind)] + ["x"] * len(extra)
                            for row in self.rows[kind])]  # fmt: skip


@st.composite
def sound(draw: st.DrawFn) -> Delivery:
    """Four to nine networks with a pause and some meetings each, and two confirmations."""
    prefix = draw(st.sampled_from(("UTN-", "lek.", "N", "Wijk_")))
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for number in range(draw(st.integers(4, 9))):
        key = f"{prefix}{number + 10}"
        rows["networks"].append({
            "network_id": key, "name": f"Bondgenoten {key}", "basisteam": "Lekpoort", "municipality": "Houten",
            "scale": "Wijk", "area": "", "started_on": "1-1-2019", "ended_on": "", "members_police": "1",
            "members_municipality": "1", "members_citizens": str(draw(st.integers(0, 8))),
        })  # fmt: skip
        rows["pauses"].append({"network_id": key, "paused_from": "1-2-2024", "paused_until": "29-2-2024",
                               "reason": "Verhuizing"})  # fmt: skip
        days = draw(st.lists(st.integers(100, 600), min_size=2, max_size=5, unique=True))
        for day in [*days, 622]:  # the last one in the last quarter that is confirmed
            on = date(2025, 1, 1) + timedelta(days=day)
            rows["meetings"].append({
                "network_id": key, "date": f"{on.day}-{on.month}-{on.year}", "status": "Gehouden",
                "kind": "", "themes": draw(st.sampled_from(("Overig", "Polarisatie | Overig"))),
                "agenda_from": "", "present_police": "1", "present_municipality": "", "present_citizens": "4",
            })  # fmt: skip
    rows["confirmations"] = [
        {"basisteam": "Lekpoort", "covers_until": until, "confirmed_on": "10-10-2026"}
        for until in ("30-6-2026", "30-9-2026")
    ]
    return Delivery(rows)


@st.composite
def sown(draw: st.DrawFn) -> Delivery:
    """A sound delivery with at most one fault a network, and perhaps some of whole columns."""
    delivery = draw(sound())
    keys = [row["network_id"] for row in delivery.rows["networks"]]
    for key in draw(st.lists(st.sampled_from(keys), unique=True, min_size=1)):
        _sow(delivery, key, draw(st.sampled_from((*CELLS, *ROWS))))
    if draw(st.booleans()):
        delivery.dropped["confirmations"] = "confirmed_on"
        delivery.told.append(("confirmations", "A1", "missing_column"))
    if draw(st.booleans()):
        kind = draw(st.sampled_from(("networks", "meetings", "pauses")))
        delivery.extra[kind] = "Opmerking"
        delivery.told.append((kind, f"{letters(len(KINDS[kind].names))}1", "unknown_column"))
    return delivery


def _sow(delivery: Delivery, key: str, fault: tuple[str, Any, str, str]) -> None:
    kind, what, then, code = fault
    rows = delivery.rows[kind]
    place = next(n for n, row in enumerate(rows) if row["network_id"] == key)
    if isinstance(what, dict):
        other = {name: text.format(key=key) for name, text in what.items()}
        rows.append(rows[place] | ({"network_id": key.swapcase()} if what is SWAPPED else other))
        delivery.expect(kind, len(rows) - 1, then, code)
        return
    if code == "no_members":
        rows[place] |= {"members_police": "0", "members_municipality": "0"}
    if code == "outside_life" and kind == "pauses":
        rows[place]["paused_until"] = "2-1-2001"
    rows[place][what] = f"{key[:-2]} {key[-2:]}" if code == "bad_key" else then
    delivery.expect(kind, place, what, code)


def as_workbook(delivery: Delivery, language: str, is_typed: bool) -> bytes:
    """One workbook of all kinds; its dates and numbers typed, or all of it text."""
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"default_date_format": "dd-mm-yyyy"}) as book:
        for kind in KINDS:
            sheet = book.add_worksheet(words(language)(f"file.{kind}"))
            for number, row in enumerate(delivery.table(kind, language)):
                for position, text in enumerate(row):
                    sheet.write(number, position, _typed(text) if is_typed else text)
            if kind in delivery.hidden:
                sheet.hide()
    return sink.getvalue()


def _typed(text: str) -> Any:
    day = read_date(text)
    if day is not None:
        return day
    return int(text) if text.lstrip("-").isdigit() and len(text) < 9 else text


def as_csv(delivery: Delivery, kind: str, language: str, separator: str, encoding: str) -> bytes:
    sink = io.StringIO(newline="")
    csv.writer(sink, delimiter=separator).writerows(delivery.table(kind, language))
    return sink.getvalue().encode(encoding)
