"""The four checks of the composition, counted: each apart, never added to a score. No words."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from bondgenoten.answers import Row, Scope, records

CHECKS = ("at_most_ten", "one_police", "one_municipality", "has_citizens")


def counts(frame: pd.DataFrame) -> Row:
    """How many networks there are, and how many of them pass each check."""
    passed = {check: int(frame[check].sum()) if len(frame) else 0 for check in CHECKS}
    return {"networks": len(frame), **passed}


def failing(frame: pd.DataFrame) -> pd.DataFrame:
    """The networks that fail at least one check, in the order they came in."""
    return frame[~frame[list(CHECKS)].all(axis=1)] if len(frame) else frame


def sizes(frame: pd.DataFrame) -> list[Row]:
    """Networks by number of members, from none up to the largest, and at least up to twelve."""
    found = np.bincount(frame["members_total"].to_numpy("int64"), minlength=12 + 1)
    return [{"members_total": size, "networks": int(n)} for size, n in enumerate(found)]


def by_part(
    frame: pd.DataFrame, teams: Mapping[str, Row], scope: Scope, on: date, region: str
) -> list[Row]:
    """Region, districts and basisteams of a scope in the organisation's order, each counted again."""
    found = _by_team(frame)
    nothing = counts(frame.iloc[:0])
    rows: list[Row] = []
    if scope.level == "region":
        rows.append({"level": "region", "key": region, "name": region, **counts(frame)})
    districts: dict[str, list[Row]] = {}
    for key, team in teams.items():
        if _is_shown(key, team, scope, on) or key in found:
            districts.setdefault(team["district"], []).append(team)
    for district, within in districts.items():
        of_district = [found.get(team["basisteam"], nothing) for team in within]
        if scope.level != "basisteam":
            whole = {name: sum(own[name] for own in of_district) for name in nothing}
            rows.append({"level": "district", "key": district, "name": district, **whole})
        rows += [
            {"level": "basisteam", "key": team["basisteam"], "name": team["name"], **own}
            for team, own in zip(within, of_district, strict=True)
        ]
    return rows


def _by_team(frame: pd.DataFrame) -> dict[str, Row]:
    """What `counts` says of the networks of each basisteam, in one pass over all of them."""
    if not len(frame):
        return {}
    passed = frame.assign(networks=1).groupby("basisteam")[["networks", *CHECKS]].sum()
    rows = records(passed.reset_index())
    return {str(row.pop("basisteam")): row for row in rows}


def _is_shown(key: str, team: Row, scope: Scope, on: date) -> bool:
    is_in_scope = scope.basisteam in (None, key) and scope.district in (None, team["district"])
    until = team["valid_until"]
    return is_in_scope and team["valid_from"] <= on and (until is None or until >= on)
