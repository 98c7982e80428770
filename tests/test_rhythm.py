"""`rhythm` counts the last 24 months of each network, a page of networks at a time."""

from collections.abc import Callable
from datetime import date

from cast import T, meetings, network

from bondgenoten import metrics, store

Filled = Callable[..., store.Reader]


def test_every_one_of_24_months_has_a_cell_and_the_first_is_two_years_back(filled: Filled) -> None:
    reader = filled(networks=[network("A")], meetings=[
        *meetings("A", "held", date(2024, 11, 30), date(2024, 12, 1), date(2026, 11, 3)),
        *meetings("A", "held", date(2026, 11, 23)), *meetings("A", "planned", date(2026, 11, 24)),
        *meetings("A", "cancelled", date(2026, 10, 1)),
    ])  # fmt: skip
    frame = metrics.compute(reader, "rhythm", as_of=T)
    assert len(frame) == 24
    assert (frame["month"].iloc[0], frame["month"].iloc[-1]) == ("2024-12", "2026-11")
    assert frame["held"].tolist() == [1, *[0] * 22, 2]
    assert frame["active_days"].iloc[-1] == 23


def test_on_the_last_day_of_a_month_there_are_24_whole_months(filled: Filled) -> None:
    reader = filled(networks=[network("A")])
    for day in (date(2026, 2, 28), date(2024, 2, 29), date(2026, 12, 31), date(2026, 3, 1)):
        frame = metrics.compute(reader, "rhythm", as_of=day)
        assert len(frame) == 24, day
        assert frame["month"].iloc[-1] == day.strftime("%Y-%m")


def test_a_network_that_ended_before_the_first_month_is_left_out(filled: Filled) -> None:
    reader = filled(networks=[
        network("GONE", ended_on=date(2024, 11, 30)), network("LATE", ended_on=date(2024, 12, 1)),
        network("NEW", date(2026, 11, 24)),
    ])  # fmt: skip
    assert set(metrics.compute(reader, "rhythm", as_of=T)["network_id"]) == {"LATE"}


def test_places_number_the_networks_of_the_chosen_part(filled: Filled) -> None:
    reader = filled(
        networks=[
            *(network(f"L{i}") for i in range(5)),
            *(network(f"A{i}", basisteam="amersfoort") for i in range(3)),
        ]
    )
    whole = metrics.compute(reader, "rhythm", as_of=T)
    pages = [metrics.compute(reader, "rhythm", as_of=T, places=(i, i + 2)) for i in (1, 4, 7)]
    assert [id_ for page in pages for id_ in page["network_id"].unique()] == list(
        whole["network_id"].unique()
    )
    assert set(whole["networks"]) == {8}
    part = metrics.compute(reader, "rhythm", as_of=T, basisteam="amersfoort", places=(1, 2))
    assert part["network_id"].unique().tolist() == ["A0", "A1"]
    assert set(part["networks"]) == {3}
