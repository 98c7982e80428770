"""A basisteam says that its data are complete up to a day, also where there is nothing to report.

What looks odd about that is warned of, never refused: the basisteam knows.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple, Unpack

from bondgenoten import store
from bondgenoten.intake.entering import Entry, enter
from bondgenoten.intake.report import Report
from bondgenoten.language import Words


class Oddity(NamedTuple):
    """Something to look at before confirming; words are `confirming.<code>`."""

    code: str
    number: int
    since: date | None

    def said(self, say: Words) -> str:
        """The warning for a person."""
        since = say.date(self.since) if self.since else ""
        return say(f"confirming.{self.code}", n=self.number, since=since)


def confirm_team(
    database: Path, basisteam: str, covers_until: date, **entry: Unpack[Entry]
) -> Report:
    """Records that the data of a basisteam are complete up to a day, confirmed on the as-of date."""
    row = {
        "basisteam": basisteam,
        "covers_until": covers_until.isoformat(),
        "confirmed_on": entry["as_of"].isoformat(),
    }
    return enter(database, "confirmations", row, **entry)


def confirming(
    connection: store.Connection, basisteam: str, covers_until: date, as_of: date
) -> list[Oddity]:
    """What asks for a look first: `no_meetings` held since the last confirmation although there are
    networks, `past_planned` dates up to that day that wait for a word, `already_confirmed` up to a
    later day or the same, and a day `in_future`."""
    held, networks, since = connection.rows(_HELD, {
        "team": basisteam, "until": covers_until, "as_of": as_of})[0]  # fmt: skip
    waiting = connection.rows(
        "select count(*) from past_planned($as_of::date, 'infinity'::timestamp)"
        " where basisteam = $team and date <= $until",
        {"team": basisteam, "until": covers_until, "as_of": as_of},
    )[0][0]
    found = {
        "no_meetings": networks if not held else 0,
        "past_planned": waiting,
        "already_confirmed": int(since is not None and since >= covers_until),
        "in_future": int(covers_until > as_of),
    }
    return [Oddity(code, number, since) for code, number in found.items() if number]


_HELD = """
with last as (
    select max(confirmed_until) as since
    from confirmed_until($as_of::date, 'infinity'::timestamp) where basisteam = $team
),
networks as (
    select lives.network_id
    from lives('infinity'::timestamp, null) as lives
    join memberships('infinity'::timestamp, null) as member
        on member.network_id = lives.network_id and $as_of::date between member_from and member_until
    where member.basisteam = $team
        and life_from <= $until::date
        and life_until > coalesce((select since from last), date '0001-01-01')
)
select
    (select count(*) from held_meetings(least($as_of::date, $until::date), 'infinity'::timestamp, null)
        join networks using (network_id)
        where date > coalesce((select since from last), date '0001-01-01')),
    (select count(*) from networks),
    (select since from last)
"""
