"""The history: every batch with what it brought and did, the versions of a row, what waits for a word."""

from datetime import date, datetime
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network

from bondgenoten import effects, history, retelling, store
from bondgenoten.answers import records
from bondgenoten.intake import (
    Place,
    confirm_team,
    enter,
    import_files,
    move,
    put_question,
    undo,
    withdraw_pause,
)
from bondgenoten.language import words

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


def test_a_withdrawn_row_says_by_whom_and_when_and_may_come_back(told: Path) -> None:
    days = (date(2026, 7, 1), date(2026, 9, 1))
    paused = {"network_id": "B", "paused_from": "1-7-2026", "reason": "Zomer"}
    enter(told, "pauses", paused, **WHO)
    enter(told, "pauses", paused | {"reason": "Verhuizing"}, **WHO)
    withdraw_pause(told, "B", days[0], as_of=T, actor="analist")
    enter(told, "pauses", paused, **WHO)
    frame = history.row_versions(store.reader(told), "pauses", ("B", days[0]))
    states = [(r["batch"], r["is_withdrawn"], r["source"], r["actor"]) for r in records(frame)]
    assert states == [
        (7, False, "entry", "secretaris"), (6, True, "withdrawal", "analist"),
        (5, False, "entry", "secretaris"), (4, False, "entry", "secretaris"),
    ]  # fmt: skip
    assert frame["superseded_at"].tolist()[1:] == frame["recorded_at"].tolist()[:-1]
    assert history.row_versions(store.reader(told), "pauses", ("B", days[1])).empty


def test_a_confirmation_that_was_undone_has_its_history_too(told: Path) -> None:
    day = date(2026, 9, 30)
    confirm_team(told, "lekpoort", day, **WHO)
    undo(told, 4, as_of=T, actor="analist")
    key = ("lekpoort", day, T)
    rows = records(history.row_versions(store.reader(told), "confirmations", key))
    assert [(r["batch"], r["is_withdrawn"], r["undoes"], r["superseded_at"]) for r in rows] == [
        (5, True, 4, None), (4, False, None, rows[0]["recorded_at"]),
    ]  # fmt: skip
    enter(told, "pauses", {"network_id": "A", "paused_from": "1-7-2026", "reason": "Zomer"}, **WHO)
    keys = history.row_keys(store.reader(told), "A", "lekpoort")
    assert keys == [
        ("networks", ("A",)),
        ("pauses", ("A", date(2026, 7, 1))),
        ("confirmations", key),
    ]
    assert history.row_keys(store.reader(told), None, "de-copen") == []


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


def named(register: Path, batch: int) -> list[str]:
    """The rows of a batch as the page and the command line name them."""
    rows = history.batches(store.reader(register)).to_dict("records")
    return retelling.rows(words("nl"), next(row for row in rows if row["batch"] == batch))


def test_a_batch_of_few_rows_says_which(told: Path) -> None:
    july, november = date(2026, 7, 1), date(2026, 11, 2)
    enter(told, "pauses", {"network_id": "B", "paused_from": "1-7-2026", "reason": "Zomer"}, **WHO)
    withdraw_pause(told, "B", july, **WHO)
    undo(told, 5, **WHO)
    enter(told, "meetings", {"network_id": "A", "date": "2-11-2026", "status": "planned"}, **WHO)
    move(told, "A", november, date(2026, 12, 1), **WHO)
    confirm_team(told, "de-copen", november, **WHO)
    put_question(told, "B", None, "Klopt het?", **WHO)
    paused = ["onderbreking B vanaf 01-07-2026"]
    moved = ["bijeenkomst A van 02-11-2026", "bijeenkomst A van 01-12-2026"]
    assert [named(told, batch) for batch in range(1, 11)] == [
        ["netwerk A", "netwerk B"], ["netwerk A"], ["netwerk A"], paused, paused, paused,
        moved[:1], moved, ["opgave De Copen tot en met 02-11-2026"], ["netwerk B"],
    ]  # fmt: skip
    (last,) = history.last(store.reader(told)).to_dict("records")
    assert retelling.rows(words("nl"), last) == ["netwerk B"]


def test_of_many_rows_there_is_only_a_count(told: Path, tmp_path: Path) -> None:
    file = tmp_path / "meer.csv"
    days = ("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04")
    for rows, shown in ((days, 0), (days[:3], 3)):
        status = "held" if shown else "planned"
        lines = [f"A,{day},{status}" for day in rows]
        file.write_text("\n".join(["network_id,date,status", *lines]), "utf-8")
        report = import_files(told, [file], **WHO)
        assert len(named(told, report.batch)) == shown


def test_what_was_declared_is_told_with_its_reason(told: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "pauzes.csv", tmp_path / "rest.csv"
    lines = [f"A,2026-0{month}-01,2026-0{month}-09,zaak 123456782" for month in (2, 9)]
    file.write_text("\n".join(["network_id,paused_from,paused_until,reason", *lines]), "utf-8")
    other.write_text("basisteam,covers_until,confirmed_on\nlekpoort,2026-06-30,2026-07-01\n")
    reasons = dict.fromkeys((Place(0, None, row, 3) for row in (2, 3)), "Zaaknummer")
    assert import_files(told, [file, other], declared=reasons, **WHO).written
    row = history.batches(store.reader(told)).to_dict("records")[0]
    place = "pauzes.csv D2 en nog 1 cel"
    assert retelling.declarations(words("nl"), row) == [f"geen BSN ({place}): Zaaknummer"]
