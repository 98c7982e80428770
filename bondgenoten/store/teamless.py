"""The networks that go on in a basisteam that is not in force: they are in no figure by basisteam."""

from datetime import date
from typing import NamedTuple

from bondgenoten.store.connection import Connection

FEW = 5  # named one by one
# A team can stop being in force on the first day of a membership or on the day after its own last.
_ASKED = """
with teams as (
    select
        network_id,
        basisteam,
        greatest(life_from, member_from) as stays_from,
        least(life_until, member_until, $until::date) as stays_until
    from stays('infinity'::timestamp, null)
),
days as (
    select *, stays_from as since from teams
    union all
    select teams.*, valid_until + 1 from teams join register.basisteams using (basisteam)
    where valid_until is not null
)
select network_id, arg_min(basisteam, since), min(since)
from days
where since between stays_from and stays_until
    and not exists (
        from register.basisteams as team
        where team.basisteam = days.basisteam and since >= team.valid_from
            and (team.valid_until is null or team.valid_until >= since)
    )
group by network_id
order by network_id
"""


class Teamless(NamedTuple):
    """A network, and the basisteam that it is in from a day on which that team is not in force."""

    network_id: str
    basisteam: str
    since: date


def teamless(connection: Connection, until: date = date.max) -> list[Teamless]:
    """The networks that on some day of their lives, `until` at most, have no basisteam in force."""
    return [Teamless(*row) for row in connection.rows(_ASKED, {"until": until})]


def named(found: list[Teamless]) -> str:
    """The first few, each with its team and the day; dots stand for more."""
    few = [f"{one.network_id} ({one.basisteam}, {one.since:%d-%m-%Y})" for one in found[:FEW]]
    return ", ".join([*few, "…"] if len(found) > FEW else few)
