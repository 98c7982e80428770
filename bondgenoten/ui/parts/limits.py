"""Frequency per network-year, quarter by quarter: what is more than ordinary variation, in words."""

from itertools import groupby

import pandas as pd
import streamlit as st

from bondgenoten import charts, signals
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.periods import ORDERED, Quarter
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element
from bondgenoten.ui.parts.chart import Chart, show
from bondgenoten.ui.parts.frequency import period_name, rate, scope_frame, with_labels
from bondgenoten.ui.parts.table import Column, table


def frequency(page: Page) -> None:
    """The quarters since 2015 with their mean, limits and norm; below, the quarters that stand out."""
    say = page.words
    frame = scope_frame(page, "quarter")
    frame = _recent(frame)
    rows, limits = judged(page, with_labels(page, records(frame), every=4))
    found = standing_out(rows, limits)
    show(
        say,
        Chart(
            key="frequency-limits",
            title=_title(page, rows, limits),
            subtitle=_subtitle(page, rows, limits),
            alt=say("limits.alt", said=_subtitle(page, rows, limits), found=_count(page, found)),
            figure=charts.per_network_year(rows, limits, *_names(page, rows, limits)),
            table=_table(page, rows),
            counted=f"{say('metric.frequency.definition')} {say('limits.counted')}",
            csv=lambda: csv.machine(frame),
        ),
    )
    st.html(_list(page, found, limits))


def judged(page: Page, rows: list[Row]) -> tuple[list[Row], signals.Limits | None]:
    """Rows with `value`, `norm` and the `rules` that mark them; limits of the settled ones only."""
    settled = [r for r in rows if not r["is_running"] and r["per_network_year"] is not None]
    values = [row["per_network_year"] for row in settled]
    limits = signals.xmr(values)
    marks = {rule.__name__: rule(values, limits) for rule in signals.RULES} if limits else {}
    rules = {
        row["period"]: [name for name, marked in marks.items() if marked[place]]
        for place, row in enumerate(settled)
    }
    return [
        row
        | {
            "value": row["per_network_year"],
            "norm": page.register.norm_of(int(row["period"][:4]))["meetings_per_year"],
            "rules": rules.get(row["period"], []),
            "is_marked": bool(rules.get(row["period"])),
        }
        for row in rows
    ], limits


def standing_out(rows: list[Row], limits: signals.Limits | None) -> list[Row]:
    """Each unbroken stretch a rule marks: the rule, its first and last quarter, above or below."""
    if limits is None:
        return []
    settled = [row for row in rows if not row["is_running"] and row["value"] is not None]
    found = []
    for rule in (rule.__name__ for rule in signals.RULES):
        stretches = groupby(settled, lambda row, rule=rule: _side(row, rule, limits.centre))  # type: ignore[misc]
        for side, stretch in stretches:
            quarters = list(stretch)
            if side:
                found.append(
                    {"rule": rule, "side": side, "first": quarters[0], "last": quarters[-1]}
                    | {"quarters": len(quarters)}
                )
    return sorted(found, key=lambda one: one["last"]["period"], reverse=True)


def _side(row: Row, rule: str, centre: float) -> str | None:
    if rule not in row["rules"]:
        return None
    if rule == signals.seven_in_one_direction.__name__:
        return "along"
    return "above" if row["value"] > centre else "below"


def _recent(frame: pd.DataFrame) -> pd.DataFrame:
    """Since 2015; the whole series where the date lies before it."""
    recent = frame[frame["period"] >= str(Quarter.of(ORDERED))]
    return recent if len(recent) else frame


def _title(page: Page, rows: list[Row], limits: signals.Limits | None) -> str:
    say = page.words
    settled = [row for row in rows if not row["is_running"] and row["value"] is not None]
    if limits is None:
        return say("limits.title.too_few")
    last = settled[-1]
    quarter = sentences.quarter(say, last["period"])
    name = "marked" if last["is_marked"] else "ordinary"
    return say(f"limits.title.{name}", quarter=quarter)


def _subtitle(page: Page, rows: list[Row], limits: signals.Limits | None) -> str:
    say = page.words
    settled = sum(1 for row in rows if not row["is_running"] and row["value"] is not None)
    said = [sentences.plural(say, "limits.points", settled)]
    if limits is None:
        said.append(say("limits.too_few"))
    else:
        low, high = max(0.0, limits.lower), limits.upper
        values = {"centre": limits.centre, "low": low, "high": high}
        said.append(say("limits.said", **{k: say.number(v, 1) for k, v in values.items()}))
        said.append(say("limits.provisional") if limits.are_provisional else "")
    if rows[-1]["is_running"]:
        said.append(say("limits.running", quarter=sentences.quarter(say, rows[-1]["period"])))
    said.append(_unconfirmed(page))
    return " ".join(filter(None, said))


def _unconfirmed(page: Page) -> str:
    """That the last due quarter may still rise; only where the date is the one looked at."""
    say, a = page.words, page.answer
    if page.filters.until != page.filters.as_of or not (a.quarter and a.teams_unconfirmed):
        return ""
    quarter = sentences.quarter(say, a.quarter)
    return sentences.plural(say, "limits.unconfirmed", a.teams_unconfirmed, quarter=quarter)


def _names(
    page: Page, rows: list[Row], limits: signals.Limits | None
) -> tuple[dict[str, str], dict[str, str]]:
    say = page.words
    names = {name: say(f"limits.name.{name}") for name in ("value", "marked", "running", "norm")}
    levels = {"norm": float(rows[-1]["norm"])}
    if limits:
        levels |= {
            "upper": limits.upper, "centre": limits.centre, "lower": max(0.0, limits.lower),
        }  # fmt: skip
    ends = {
        name: f"{say(f'limits.end.{name}')} {say.number(level, 0 if name == 'norm' else 1)}"
        for name, level in levels.items()
    }
    return names, ends


def _count(page: Page, found: list[Row]) -> str:
    return sentences.plural(page.words, "limits.found", len(found))


def _list(page: Page, found: list[Row], limits: signals.Limits | None) -> Safe:
    """The stretches that stand out, as a list that any reader can reach."""
    say = page.words
    if not found:
        return element("p", say("limits.none" if limits else "limits.too_few"), class_="quiet")
    items = [element("li", _stretch(page, one)) for one in found]
    return element(
        "section",
        element("h3", _count(page, found)),
        element("ul", items),
        element("p", say("limits.meaning"), class_="quiet"),
        class_="prose signals",
    )


def _stretch(page: Page, one: Row) -> str:
    say = page.words
    rule = say(f"limits.rule.{one['rule']}.{one['side']}")
    if one["quarters"] == 1:
        return say("limits.one", period=one["first"]["label"], rule=rule)
    first, last = one["first"]["label"], one["last"]["label"]
    return say("limits.stretch", first=first, last=last, rule=rule, n=one["quarters"])


def _table(page: Page, rows: list[Row]) -> Safe:
    say = page.words
    columns = (
        Column(say("column.period"), lambda row: period_name(page, row), is_name=True),
        Column(
            say("column.per_network_year"), lambda row: rate(page, row["value"]), is_number=True
        ),
        Column(say("limits.end.norm"), lambda row: say.number(row["norm"]), is_number=True),
        Column(
            say("column.meetings_held"),
            lambda row: say.number(row["meetings_held"]),
            is_number=True,
        ),
        Column(say("limits.column.stands_out"), lambda row: _rules(page, row), is_long=True),
    )
    return table(say("limits.table"), columns, rows[::-1])


def _rules(page: Page, row: Row) -> str:
    return "; ".join(page.words(f"limits.short.{rule}") for rule in row["rules"])
