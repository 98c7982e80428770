"""From dry run to commit: what is saved is what was shown, its effect with it, or nothing at all."""

from datetime import date, datetime

import pytest
from cast import T
from deliveries import CAST, MEETINGS, PAUSES, with_cell, with_rows

from bondgenoten import effects, reviews, store
from bondgenoten.intake import Changed, Upload, import_files, rehearse
from bondgenoten.periods import Quarter

HELD = with_rows(
    "meetings", *(f"AMBER;{day};Gehouden;;Overig;;;;" for day in ("2-2-2026", "1-5-2026"))
)


def moments(register):
    return [
        moment
        for (moment,) in store.reader(register).rows(
            "select recorded_at from register.batches order by batch"
        )
    ]


def kept(register):
    return store.reader(register).rows(
        "select effect, before, after, number from register.batch_effects where batch = "
        "(select max(batch) from register.batches) order by rowid"
    )


def test_what_the_dry_run_showed_is_saved(send, register):
    proof = send(CAST, dry_run=True).proof
    assert len(proof) == 64
    report = send(CAST, proof=proof)
    assert (report.written, report.proof) == (True, proof)


@pytest.mark.parametrize(
    ("files", "options"),
    [({**CAST, "meetings": HELD}, {}), (CAST, {"accept_valid": True}),
     (CAST, {"as_of": date(2026, 11, 24)}), ({**CAST, "pauses": PAUSES + "\n"}, {})],
)  # fmt: skip
def test_anything_that_differs_from_the_dry_run_stops_the_commit(send, register, files, options):
    proof = send(CAST, dry_run=True).proof
    before = store.version(register)
    with pytest.raises(Changed):
        send(files, proof=proof, **options)
    assert store.version(register) == before


def test_an_import_of_someone_else_in_between_stops_the_commit(send, register):
    send(CAST)
    proof = send({"meetings": HELD}, dry_run=True).proof
    send({"pauses": with_cell("pauses", "Reden", "Anders")})
    with pytest.raises(Changed):
        send({"meetings": HELD}, proof=proof)
    assert send({"meetings": HELD}, proof=send({"meetings": HELD}, dry_run=True).proof).written


def test_a_first_import_can_be_held_to_its_dry_run_too(tmp_path):
    database, file = tmp_path / "r.duckdb", tmp_path / "n.csv"
    file.write_text(CAST["networks"], "utf-8")
    proof = import_files(database, [file], as_of=T, dry_run=True).proof
    with pytest.raises(Changed):
        import_files(database, [file], as_of=T, proof="x" * 64)
    assert not database.exists()
    assert import_files(database, [file], as_of=T, proof=proof).written


def test_every_batch_has_a_later_moment_than_the_one_before(send, register):
    send(CAST, recorded_at=datetime(2026, 11, 1))
    send({"meetings": HELD}, recorded_at=datetime(2026, 11, 1))
    send({"pauses": with_cell("pauses", "Reden", "Anders")}, recorded_at=datetime(2026, 10, 1))
    found = moments(register)
    assert found == sorted(set(found)) and len(found) == 4
    assert found[1:3] == [datetime(2026, 11, 1), datetime(2026, 11, 1, 0, 0, 0, 1)]


def test_a_batch_says_who_brought_it(send, register):
    send(CAST, actor="secretaris Lekpoort")
    assert store.reader(register).rows("select actor from register.batches where batch = 1") == [
        ("secretaris Lekpoort",)
    ]


def test_a_file_has_the_name_its_sender_gave_it(send, register, tmp_path):
    path = tmp_path / "tmp81.csv"
    path.write_text(CAST["networks"], "utf-8")
    report = import_files(register, [Upload(path, r"C:\Users\x\..\netwerken.csv")], as_of=T)
    assert [file.name for file in report.files] == ["netwerken.csv"]


def test_a_rehearsal_shows_both_sides_and_leaves_nothing(send, register, tmp_path):
    send(CAST)
    before = store.version(register)
    file = tmp_path / "m.csv"
    file.write_text(HELD, "utf-8")
    count = "select count(*) from register.meetings where superseded_at is null"
    with rehearse(register, [file], as_of=T) as rehearsal:
        assert rehearsal.after is not None
        assert (rehearsal.before.rows(count), rehearsal.after.rows(count)) == ([(1,)], [(3,)])
        send({"pauses": with_cell("pauses", "Reden", "Ander")})  # no writer waits for a rehearsal
    assert store.reader(register).rows(count) == [(1,)]
    assert store.version(register) != before
    with pytest.raises(Changed):
        import_files(register, [file], as_of=T, proof=rehearsal.report.proof)


def test_a_rehearsal_of_what_is_refused_or_already_there_has_no_other_side(
    send, register, tmp_path
):
    send(CAST)
    for content in (MEETINGS, with_cell("meetings", "Status", "x")):
        file = tmp_path / "again.csv"
        file.write_text(content, "utf-8")
        with rehearse(register, [file], as_of=T) as rehearsal:
            assert rehearsal.after is None


def test_the_effect_is_kept_with_the_batch_as_the_rehearsal_showed_it(send, register, tmp_path):
    send({**CAST, "confirmations": CAST["confirmations"].replace("30-9", "30-6")})
    reviews.close(register, Quarter(2026, 1), as_of=T, closed_at=datetime(2026, 11, 1))
    file = tmp_path / "m.csv"
    file.write_text(HELD, "utf-8")
    with rehearse(register, [file], as_of=T) as rehearsal:
        shown = effects.effect(rehearsal.before, rehearsal.after, T)
    report = import_files(
        register, [file], as_of=T, proof=rehearsal.report.proof, effects=effects.effect
    )
    assert report.written
    assert kept(register) == shown
    by_code = {effect.effect: effect for effect in shown}
    assert by_code["meetings"] == ("meetings", "", "", 2)
    assert by_code["rows"] == ("rows", "", "meetings", 2)
    assert by_code["closed_quarter"].after == "2026-Q1"
    assert by_code["closed_quarter"].number > 0


def test_a_norm_that_moves_is_told_from_what_to_what(send, register):
    send(CAST)
    planned = with_rows(
        "meetings", *(f"AMBER;{day}-12-2026;Gepland;;;;;;" for day in (1, 8, 15, 22, 29))
    )
    send({"meetings": planned}, effects=effects.effect)
    moved = [
        (before, after, n) for effect, before, after, n in kept(register) if effect == "status"
    ]
    assert len(moved) == 1 and moved[0][0] != moved[0][1] and moved[0][2] == 1


def test_a_meeting_taken_back_is_one_fewer(send, register):
    send(CAST)
    send({"meetings": with_cell("meetings", "Status", "Geannuleerd")}, effects=effects.effect)
    assert kept(register)[:2] == [("meetings", "", "", -1), ("rows", "", "meetings", 1)]


class Cancelled(Exception):
    pass


@pytest.mark.parametrize("phase", ["read", "check", "save"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_cancelled_import_leaves_no_trace(register, tmp_path, phase, exists):
    folder = tmp_path / "place"
    folder.mkdir()
    database = folder / "register.duckdb"
    if exists:
        database.write_bytes(register.read_bytes())
    before = {path: path.read_bytes() for path in folder.iterdir()}
    file = tmp_path / "n.csv"
    file.write_text(CAST["networks"], "utf-8")

    def progress(now: str, fraction: float) -> None:
        if now == phase:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(database, [file], as_of=T, progress=progress)
    left = {p: p.read_bytes() for p in folder.iterdir() if p.name != ".register.duckdb.lock"}
    assert left == before
    assert import_files(database, [file], as_of=T).written  # nobody holds the lock


def test_a_report_says_what_each_file_is_and_as_which_batch_it_was_saved(send):
    shown = send(CAST, dry_run=True)
    assert [file.kinds for file in shown.files] == [(kind,) for kind in CAST]
    assert shown.batch is None
    assert [send(CAST).batch, send({"meetings": HELD}).batch] == [1, 2]
