"""Reference data that does not hold is refused whole, and says why."""

import csv
import shutil
from datetime import date
from pathlib import Path

import program
import pytest
from cast import RECORDED_AT, T, fill, meetings, network

from bondgenoten import reference, store
from bondgenoten.store.replacing import replace_reference


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(store.ROOT / "data" / "reference", tmp_path / "reference")


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / f"{name}.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_facts_carried_along_hold() -> None:
    tables = reference.load(store.ROOT / "data" / "reference")
    sizes = {name: table.num_rows for name, table in tables.items()}
    assert sizes == {
        "basisteams": 18,
        "municipalities": 38,
        "areas": 79,
        "themes": 16,
        "events": 35,
        "norm": 1,
        "moves": 0,
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("norm", "2007,5", "2007,five", "norm.csv row 2 meetings_per_year: 'five'"),
        ("events", "2007-03-11,", "11-03-2007,", "events.csv row 2 date: '11-03-2007'"),
        (
            "events",
            ",youth_nuisance,sourced",
            ",rioting,sourced",
            "events.csv: rioting is not known",
        ),
        (
            "events",
            "2007-03-11,2007-03-15",
            "2007-03-11,2007-03-10",
            "events.csv: E001 ends before it starts",
        ),
        ("events", ",de-copen,", ",de-kopen,", "events.csv: de-kopen is not known"),
        ("municipalities", "bes", "besx", "municipalities.csv: besx is not known"),
        ("themes", "theme,name_nl", "thema,name_nl", "themes.csv: missing columns theme"),
        (
            "themes",
            "discrimination,",
            "youth_nuisance,",
            "themes.csv: ('youth_nuisance',) stands twice",
        ),
        ("basisteams", "2007-01-01,,1,6", "2007-01-01,2006-12-31,1,6", "ends before it starts"),
        (
            "basisteams",
            "2007-01-01,,4,3",
            "2007-01-01,,3,3",
            "basisteams.csv: gooi-noord and gooi-zuid are both at grid_row 3, grid_column 3"
            " at the same time",
        ),
        (
            "basisteams",
            "gooi-zuid,Gooi-Zuid",
            "gooi-zuid,gooi-noord",
            "basisteams.csv: gooi-noord and gooi-zuid are both named Gooi-Noord at the same time",
        ),
    ],
)
def test_a_fault_is_refused_with_its_place(
    folder: Path, name: str, old: str, new: str, reason: str
) -> None:
    change(folder, name, old, new)
    with pytest.raises(reference.Faulty) as refused:
        reference.load(folder)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("column", "smallest"),
    [
        ("year_from", 1),
        ("meetings_per_year", 1),
        ("minimum_gap_days", 1),
        ("dormant_days", 1),
        ("confirmation_days", 0),
        ("prepared_meetings", 1),
        ("prepared_days", 1),
        ("first_meeting_days", 0),
        ("unrest_days", 0),
        ("smallest_percentage_base", 1),
    ],
)
def test_a_norm_outside_its_limits_is_refused_with_what_is_allowed(
    folder: Path, column: str, smallest: int
) -> None:
    rows = list(csv.DictReader((folder / "norm.csv").open(encoding="utf-8", newline="")))

    def loaded(value: int) -> int:
        with (folder / "norm.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            writer.writerow(rows[0] | {column: value})
        found: int = reference.load(folder)["norm"].to_pylist()[0][column]
        return found

    assert loaded(smallest) == smallest
    assert loaded(9999) == 9999
    for value in (smallest - 1, -14, 10000, 2**40):
        with pytest.raises(reference.Faulty) as refused:
            loaded(value)
        assert refused.value.reasons == [
            f"norm.csv row 2 {column}: '{value}' cannot be used;"
            f" a whole number from {smallest} to 9999 is allowed"
        ]


def test_two_lives_of_a_team_may_follow_but_not_overlap(folder: Path) -> None:
    line = "\nlekpoort,Lekpoort Nieuw,West-Utrecht,Midden-Nederland,{from_},,7,3,x,confirmed,high\n"
    change(folder, "basisteams", "Lekpoort,West-Utrecht,Midden-Nederland,2007-01-01,",
           "Lekpoort,West-Utrecht,Midden-Nederland,2007-01-01,2026-12-31")  # fmt: skip
    file = folder / "basisteams.csv"
    good = file.read_text("utf-8").rstrip("\n")
    file.write_text(good + line.format(from_="2027-01-01"), "utf-8")
    assert reference.load(folder)["basisteams"].num_rows == 19
    file.write_text(good + line.format(from_="2026-12-31"), "utf-8")
    with pytest.raises(reference.Faulty, match="overlap in time"):
        reference.load(folder)


def test_a_team_may_take_over_the_name_and_place_of_one_that_ended(folder: Path) -> None:
    end_lekpoort(folder, "2026-12-31")
    file = folder / "basisteams.csv"
    row = "lek,Lekpoort,West-Utrecht,Midden-Nederland,2027-01-01,,7,3,x,confirmed,high\n"
    file.write_text(file.read_text("utf-8") + row, "utf-8")
    assert reference.load(folder)["basisteams"].num_rows == 19


def test_a_file_parted_by_semicolons_is_refused_as_such(folder: Path) -> None:
    for name in ("themes", "norm"):
        rows = list(csv.reader((folder / f"{name}.csv").open(encoding="utf-8", newline="")))
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows)
    with pytest.raises(reference.Faulty) as refused:
        reference.load(folder)
    assert refused.value.reasons == [
        f"{name}.csv: the columns are parted by ; instead of a comma" for name in ("themes", "norm")
    ]


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "areas.csv").unlink()
    with pytest.raises(reference.Faulty, match=r"areas\.csv: cannot be read"):
        reference.load(folder)


def replace(path: Path, folder: Path) -> None:
    replace_reference(path, folder, as_of=T, recorded_at=RECORDED_AT)


def test_other_reference_data_replace_those_of_a_register(register: Path, folder: Path) -> None:
    fill(register, networks=[network("AMBER")])
    change(folder, "events", "Ramp met vlucht MH17", "Een andere naam")
    change(folder, "norm", "2007,5", "2007,4")
    replace(register, folder)
    reader = store.reader(register)
    assert reader.rows("select name_nl from register.events where event_id = 'E003'") == [
        ("Een andere naam",)
    ]
    assert reader.rows("select meetings_per_year from register.norm") == [(4,)]
    assert reader.rows("select count(*) from register.basisteams") == [(18,)]
    assert reader.rows(
        "select source, batch from register.batches order by batch desc limit 1"
    ) == [("reference", 1)]
    assert reader.rows("select network_id from register.networks") == [("AMBER",)]


def names(path: Path, event_id: str = "E003") -> tuple[str, str]:
    found = store.reader(path).rows(
        "select name_nl, name_en from named_events() where event_id = ?", [event_id]
    )
    return (found[0][0], found[0][1])


def test_every_event_has_an_english_name_of_its_own() -> None:
    events = reference.load(store.ROOT / "data" / "reference")["events"].to_pylist()
    assert len({row["name_en"] for row in events}) == len(events)
    assert all(row["name_en"] != row["name_nl"] for row in events)


def without_english(folder: Path) -> None:
    file = folder / "events.csv"
    rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
    at = rows[0].index("name_en")
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([row[:at] + row[at + 1 :] for row in rows])


def test_events_without_english_names_load_and_show_their_dutch_ones(
    register: Path, folder: Path
) -> None:
    without_english(folder)
    replace(register, folder)
    assert names(register) == ("Ramp met vlucht MH17",) * 2
    assert names(register, "E001")[1] == "Dodelijk politieschot en rellen in Ondiep"


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("norm", "2007,5", "2007,five", "norm.csv row 2 meetings_per_year"),
        ("themes", "trust,", "trusted,", "themes.csv: trust is left out"),
        ("basisteams", "lekpoort,", "lekhaven,", "basisteams.csv: lekpoort is left out"),
    ],
)
def test_what_does_not_hold_leaves_the_register_as_it_was(
    register: Path, folder: Path, name: str, old: str, new: str, reason: str
) -> None:
    fill(
        register,
        networks=[network("AMBER")],
        meetings=meetings("AMBER", "held", T, themes=["trust"]),
    )
    version = store.version(register)
    for file in folder.glob("*.csv"):
        if new != "2007,five" and file.stem != "networks":
            text = file.read_text("utf-8")
            bare, other = old.removesuffix(","), new.removesuffix(",")
            file.write_text(text.replace(bare, other), "utf-8")
    if new == "2007,five":
        change(folder, name, old, new)
    with pytest.raises(reference.Faulty, match=reason):
        replace(register, folder)
    assert store.version(register) == version


def end_lekpoort(folder: Path, day: str = "2020-06-30") -> None:
    change(folder, "basisteams", "Lekpoort,West-Utrecht,Midden-Nederland,2007-01-01,",
           f"Lekpoort,West-Utrecht,Midden-Nederland,2007-01-01,{day}")  # fmt: skip


def move(folder: Path, *lines: str) -> None:
    text = "\n".join(("moved_on,network_id,from_basisteam,to_basisteam", *lines, ""))
    (folder / "moves.csv").write_text(text, "utf-8")


def test_networks_left_in_a_team_that_ends_are_named_after_the_load_and_by_the_doctor(
    register: Path, folder: Path
) -> None:
    ended = network("OUD", ended_on=date(2020, 6, 30))
    left = [network(f"LE-{n}") for n in range(1, 7)]
    fill(register, networks=[*left, ended, network("COP", basisteam="de-copen")])
    assert program.run(register, "doctor").exit_code == 0
    end_lekpoort(folder)
    loaded = program.run(register, "reference", folder)
    assert loaded.exit_code == 0
    named = ", ".join(f"LE-{n} (lekpoort, 01-07-2020)" for n in range(1, 6)) + ", …"
    assert named in loaded.stderr
    assert "6 netwerken gaan door" in loaded.stderr
    seen = program.run(register, "doctor")
    assert seen.exit_code == 1
    assert named in seen.stdout


@pytest.mark.parametrize("how", ["moved", "followed", "ends_later"])
def test_networks_with_a_team_to_go_on_in_are_not_named(
    register: Path, folder: Path, how: str
) -> None:
    fill(register, networks=[network("LE-1", ended_on=date(2026, 11, 1))])
    end_lekpoort(folder, "2026-11-01" if how == "ends_later" else "2020-06-30")
    if how == "moved":
        move(folder, "2020-07-01,LE-1,lekpoort,de-copen")
    if how == "followed":
        file = folder / "basisteams.csv"
        row = "lekpoort,Lekpoort,West-Utrecht,Midden-Nederland,2020-07-01,,7,3,x,confirmed,high\n"
        file.write_text(file.read_text("utf-8") + row, "utf-8")
    loaded = program.run(register, "reference", folder)
    assert (loaded.exit_code, loaded.stderr) == (0, "")
    assert program.run(register, "doctor").exit_code == 0


def test_a_team_that_has_yet_to_end_warns_at_the_load_and_not_in_the_doctor(
    register: Path, folder: Path
) -> None:
    fill(register, networks=[network("LE-1")])
    end_lekpoort(folder, "2126-12-31")
    assert "1 netwerk gaat door" in program.run(register, "reference", folder).stderr
    assert program.run(register, "doctor", "--as-of", "2026-11-23").exit_code == 0


@pytest.mark.parametrize(
    ("moves", "reason"),
    [
        (
            ["2020-07-01,NERGENS,lekpoort,de-copen"],
            "moves.csv: network NERGENS is not in the register; import it first",
        ),
        (
            ["2018-12-31,LE-1,lekpoort,de-copen"],
            "moves.csv: LE-1 moves on 2018-12-31, before it starts on 2019-01-01",
        ),
        (
            ["2021-01-01,LE-1,amersfoort,bes", "2020-07-01,LE-1,lekpoort,de-copen"],
            "moves.csv: LE-1 moves to de-copen on 2020-07-01, but from amersfoort on 2021-01-01",
        ),
    ],
    ids=["unknown", "early", "chain"],
)
def test_a_move_that_cannot_have_been_is_refused(
    register: Path, folder: Path, moves: list[str], reason: str
) -> None:
    fill(register, networks=[network("LE-1")])
    version = store.version(register)
    move(folder, *moves)
    with pytest.raises(reference.Faulty) as refused:
        replace(register, folder)
    assert refused.value.reasons == [reason]
    assert store.version(register) == version


def test_moves_that_follow_one_another_from_the_first_day_on_are_loaded(
    register: Path, folder: Path
) -> None:
    fill(register, networks=[network("LE-1"), network("LE-2")])
    move(
        folder,
        "2021-01-01,LE-1,de-copen,lekpoort",
        "2019-01-01,LE-1,lekpoort,de-copen",
        "2021-01-01,LE-2,bes,lekpoort",
    )
    replace(register, folder)
    assert store.reader(register).rows("select count(*) from register.moves") == [(3,)]
