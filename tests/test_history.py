"""The history: every batch with what it brought and did, the versions of a row, what waits for a word."""

from datetime import date, datetime
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network

from bondgenoten import effects, history, store
from bondgenoten.intake import enter, import_files, undo

FIRST, SECOND, THIRD = (datetime(2026, month, 1, 9) for month in (9, 10, 11))
WHO = {"as_of": T, "actor": "secretaris"}
NETWORKS = """\
network_id,name,basisteam,municipality,scale,started_on,members_police,members_municipality,members_citizens
A,Amber,lekpoort,Houten,city,2019-01-01,1,1,6
B,Beuk,de-copen,Houten,city,2019-01-01,1,1,6
"""


@pytest.fixture
def told(register: Path, tmp_path: Path) -> Path:
    """A file of two networks, a correction by hand, and its undoing."""
    file = tmp_path / "netwerken.csv"
    file.write_text(NETWORKS, "utf-8")
    import_files(register, [file], recorded_at=FIRST, effects=effects.effect, **WHO)
    enter(register, "networks", {"network_id": "A", "name": "Beter", "basisteam": "Lekpoort",
          "municipality": "Houten", "scale": "city", "started_on": "2019-01-01",
          "members_police": "1", "members_municipality": "1", "members_citizens": "6"},
          recorded_at=SECOND, **WHO)  # fmt: skip
    undo(register, 2, recorded_at=THIRD, effects=effects.effect, **WHO)
    return register


def test_every_batch_says_who_when_what_and_to_what_effect(told: Path) -> None:
    rows = history.batches(store.reader(told)).to_dict("records")
    assert [(r["batch"], r["recorded_at"], r["source"], r["actor"]) for r in rows[:3]] == [
        (3, THIRD, "undo", "secretaris"), (2, SECOND, "entry", "secretaris"),
        (1, FIRST, "import", "secretaris"),
    ]  # fmt: skip
    assert [r["source"] for r in rows[3:]] == ["init"]
    first = rows[2]
    assert list(first["file_names"]) == ["netwerken.csv"]
    assert [len(value) for value in first["hashes"]] == [64]
    assert (first["rows_read"], first["rows_new"], first["rows_corrected"]) == (2, 2, 0)
    assert {"effect": "rows", "before": "", "after": "networks", "number": 2} in list(
        first["effects"]
    )


def test_an_undone_batch_points_at_its_undoing_and_back(told: Path) -> None:
    third, second, first, start = history.batches(store.reader(told)).to_dict("records")
    assert (third["undoes"], second["undone_by"]) == (2, 3)
    assert (third["rows_brought_back"], third["rows_taken_back"]) == (1, 1)
    assert (second["rows_brought_back"], second["rows_taken_back"]) == (0, 0)
    assert [bool(r["may_be_undone"]) for r in (third, second, first, start)] == [
        True,
        False,
        True,
        False,
    ]
    assert list(third["effects"]) == [
        {"effect": "rows", "before": "", "after": "networks", "number": 1}
    ]


def test_a_row_shows_all_its_versions_with_who_brought_and_who_closed_them(told: Path) -> None:
    rows = history.row_versions(store.reader(told), "networks", ("A",)).to_dict("records")
    assert [(r["name"], r["batch"], r["source"], r["recorded_at"]) for r in rows] == [
        ("Amber", 3, "undo", THIRD), ("Beter", 2, "entry", SECOND), ("Amber", 1, "import", FIRST),
    ]  # fmt: skip
    assert [r["closed_by"] for r in rows[1:]] == [3, 2]
    assert rows[1]["superseded_at"] == THIRD


def test_a_key_of_two_columns_finds_its_meeting(register: Path) -> None:
    days = (date(2026, 3, 1), date(2026, 4, 1))
    fill(register, networks=[network("A")], meetings=meetings("A", "held", *days))
    frame = history.row_versions(store.reader(register), "meetings", ("A", days[1]))
    assert frame["date"].tolist() == [days[1]]


def test_a_planned_meeting_of_before_today_waits_for_a_word(register: Path) -> None:
    """Case F2: planned 10 November, today 23 November; today's own is still planned."""
    fill(
        register,
        networks=[network("A"), network("B", basisteam="de-copen")],
        meetings=[*meetings("A", "planned", date(2026, 11, 10), T, date(2026, 12, 1)),
                  *meetings("B", "planned", date(2024, 1, 5)),
                  *meetings("B", "held", date(2026, 11, 9)),
                  *meetings("B", "cancelled", date(2026, 11, 8))],
        confirmations=[confirmation()],
    )  # fmt: skip
    reader = store.reader(register)
    frame = history.past_planned(reader, T)
    waiting = sorted(zip(frame["network_id"], frame["date"], frame["days_ago"], strict=True))
    assert waiting == [("A", date(2026, 11, 10), 13), ("B", date(2024, 1, 5), 1053)]
    scoped = history.past_planned(reader, T, basisteam="de-copen")
    assert scoped["network_id"].tolist() == ["B"]
    assert history.past_planned(reader, T, district="Flevoland").empty
    assert history.past_planned(reader, T, known_at=datetime(2025, 1, 1)).empty


def test_a_withdrawal_is_of_the_batch_that_did_it(told: Path) -> None:
    enter(told, "meetings", {"network_id": "B", "date": "2026-11-02", "status": "held"}, **WHO)
    undo(told, 4, **WHO)
    rows = store.reader(told).rows(
        "select change, batch from changes_since(?::timestamp) where kind = 'meetings' order by 2",
        [FIRST],
    )
    assert rows == [("ADDED", 4), ("WITHDRAWN", 5)]
