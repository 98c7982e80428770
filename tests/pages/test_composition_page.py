"""Samenstelling counts four separate questions, and shows who came, in counts and never as a score."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

from cast import T, confirmation, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import charts, metrics, store
from bondgenoten.ui import checks


def test_the_four_checks_equal_the_metric(visit: Visit, demo_register: Path) -> None:
    frame = metrics.compute(store.reader(demo_register), "composition", as_of=T)
    found = re.findall(r"<dd>(.*?)</dd>", text_of(visit(demo_register, "composition")))
    assert found == [f"{frame[check].sum()} van {len(frame)}" for check in checks.CHECKS]


def test_eleven_people_fail_on_size_alone(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("AMBER"), network("BEEK", members_citizens=9)])
    page = text_of(visit(register, "composition"))
    assert "1 netwerk wijkt op een van de vragen af" in page
    assert ">11 leden, meer dan tien</td>" in page
    assert "1 van 2 netwerken hebben" not in page


def test_each_difference_is_said_in_words(visit: Visit, register: Path) -> None:
    odd = {"members_police": 2, "members_municipality": 0, "members_citizens": 0}
    fill(register, networks=[network("AMBER", **odd)])
    page = text_of(visit(register, "composition"))
    assert (
        "2 van de politie in plaats van één; 0 van de gemeente in plaats van één; geen burgers"
        in page
    )


def test_twenty_five_networks_at_a_time(visit: Visit, register: Path) -> None:
    many = [network(f"N{i:03}", members_police=0) for i in range(60)]
    fill(register, networks=many)
    page = text_of(visit(register, "composition"))
    assert page.count("<small>N0") == 25
    assert "Rij 1 tot en met 25 van 60" in page


def test_another_date_shows_the_same_page_while_there_is_one(visit: Visit, register: Path) -> None:
    old, new = date(2020, 1, 1), date(2026, 6, 1)
    fill(register, networks=[
        network(f"N{i:03}", old if i < 60 else new, members_police=0) for i in range(100)
    ])  # fmt: skip
    at = visit(register, "composition")
    pager = next(p for p in at.get("pagination") if "failing" in p.key)
    for chosen, then in ((3, "51 tot en met 60 van 60"), (4, "1 tot en met 25 van 60")):
        at.date_input(key="filter_peildatum").set_value(date(2026, 7, 1)).run()
        at.session_state[pager.key] = chosen
        assert f"Rij {chosen * 25 - 24} tot en met {chosen * 25} van 100" in text_of(at.run())
        at.date_input(key="filter_peildatum").set_value(date(2026, 5, 1)).run()
        assert f"Rij {then}" in text_of(at)


def test_every_basisteam_has_a_row(visit: Visit, demo_register: Path) -> None:
    page = unescape(text_of(visit(demo_register, "composition")))
    teams = store.reader(demo_register).rows("select name from register.basisteams")
    table = page.split("De vier vragen per district en basisteam", 1)[1]
    assert all(f">{name}</a>" in table for (name,) in teams)
    assert "geen netwerk" in table


def test_attendance_is_an_average_over_what_was_recorded(visit: Visit, register: Path) -> None:
    present = {"present_police": 1, "present_municipality": 1, "present_citizens": 4}
    fill(register, networks=[network("AMBER")],
         meetings=[*meetings("AMBER", "held", date(2026, 7, 1), **present),
                   *meetings("AMBER", "held", date(2026, 8, 1), **present | {"present_citizens": 7}),
                   *meetings("AMBER", "held", date(2026, 9, 1))])  # fmt: skip
    at = visit(register, "composition")
    assert "beide bij 2 van 2; ingevuld bij 2 van 3 bijeenkomsten" in text_of(at)
    assert ">5,5</td>" in text_of(at)


def test_no_attendance_at_all_is_said(visit: Visit, one_network: Path) -> None:
    at = visit(one_network, "composition")
    assert not at.exception
    assert "is de aanwezigheid ingevuld" in text_of(at)


def test_no_active_network_is_said(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "composition", team="gooi-noord")
    assert not at.exception
    assert "geen actief netwerk" in text_of(at)


def test_only_counts_are_said_to_be_kept(visit: Visit, demo_register: Path) -> None:
    assert "geen personen" in text_of(visit(demo_register, "composition"))
    assert "no persons" in text_of(visit(demo_register, "composition", taal="en"))


def test_the_bars_over_ten_differ_in_shape_too() -> None:
    rows = [{"members_total": n, "networks": 1} for n in range(13)]
    bars = charts.members(rows, ("Leden", "hooguit tien"))["data"][0]
    assert bars["marker"]["pattern"]["shape"] == [""] * 11 + ["/", "/"]


def test_a_quarter_not_confirmed_by_all_is_marked_in_chart_table_and_words(
    visit: Visit, register: Path
) -> None:
    present = {"present_police": 1, "present_municipality": 1, "present_citizens": 4}
    days = [date(2026, month, day) for month in (5, 8, 11) for day in range(1, 11)]
    fill(register, networks=[network("AMBER")],
         meetings=meetings("AMBER", "held", *days, **present),
         confirmations=[confirmation(covers_until=date(2026, 6, 30))])  # fmt: skip
    at = visit(register, "composition", team="lekpoort")
    page = text_of(at)
    assert "2e kwartaal 2026</th>" in page
    for quarter in ("3e", "4e"):
        assert f"{quarter} kwartaal 2026<small>voorlopig</small></th>" in page
    assert "In het 4e kwartaal 2026, nog voorlopig," in page
    chart = at.get("plotly_chart")[-1].proto
    assert "Voorlopig:" in chart.alt
    assert "4e kwartaal 2026" in chart.alt
    hatch, dotted, firm, _ = json.loads(chart.spec)["data"][:4]
    assert hatch["x"] == ["2026-08-15", "2026-11-15"]
    assert [y for y in dotted["y"] if y is not None] == [4, 4, 4]
    assert [y for y in firm["y"] if y is not None] == [4]
    later = charts.attendance([point(False), point(True)], LINES, "voorlopig")
    assert [note["text"] for note in later["layout"]["annotations"]] == ["Burgers", "voorlopig"]


LINES = [{"side": "citizens", "name": "Burgers", "end": "Burgers"}]


def point(provisional: bool) -> dict[str, object]:
    return {"on": date(2026, 11 if provisional else 8, 15), "citizens": 4, "is_small": False,
            "provisional": provisional, "meetings_recorded": 10}  # fmt: skip
