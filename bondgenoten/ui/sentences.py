"""Sentences made from counts: what a page answers, in the reader's language. Pure words."""

from collections.abc import Sequence
from datetime import date

from bondgenoten import proportion
from bondgenoten.answers import Answer, Row
from bondgenoten.language import Words
from bondgenoten.periods import Quarter


def overview(words: Words, answer: Answer) -> list[str]:
    """The answer of the overview; the first sentence answers, the others follow."""
    if not answer.networks:
        return [words("overview.no_networks", year=answer.year)]
    if not answer.assessable:
        return [
            plural(words, "overview.none_assessable", answer.networks, year=answer.year),
            *_unknown(words, answer),
        ]
    said = _over(words, answer) if answer.is_over else _running(words, answer)
    return [*said, *_unknown(words, answer)]


def plural(words: Words, message: str, n: int, **values: str | int) -> str:
    """A message that counts: `n` picks its form, `number` is how it is written."""
    return words(message, n=n, number=words.number(n), **values)


def _running(words: Words, answer: Answer) -> list[str]:
    first = counted(words, "overview.answer", answer.well, answer.assessable)
    if not answer.to_plan:
        return [first, words("overview.nothing_to_plan", year=answer.year)]
    return [first, plural(words, "overview.to_plan", answer.to_plan)]


def _over(words: Words, answer: Answer) -> list[str]:
    first = counted(words, "overview.answer_over", answer.met, answer.assessable, year=answer.year)
    if not answer.shortfall:
        return [first]
    return [first, plural(words, "overview.shortfall", answer.shortfall)]


def counted(
    words: Words, message: str, x: int, total: int, of: str = "count.networks", **values: int
) -> str:
    """A sentence about x of total networks, or `of` others: the noun follows the total, the verb x."""
    said = plural(words, of, total, x=words.number(x))
    return words(message, n=1 if total == 1 else x, counted=said, **values)


def _unknown(words: Words, answer: Answer) -> list[str]:
    if not answer.unknown:
        return []
    if not answer.teams_unconfirmed or not answer.quarter:
        return [plural(words, "overview.unknown", answer.unknown)]
    due = quarter(words, answer.quarter)
    why = plural(words, "overview.unconfirmed", answer.teams_unconfirmed, quarter=due)
    return [plural(words, "overview.unknown_because", answer.unknown, why=why)]


def rule(words: Words, norm: Row, year: int) -> str:
    """The rule of a year in one sentence, with that year's numbers."""
    return words("norm.rule", meetings=norm["meetings_per_year"], year=year)


def compliance(words: Words, row: Row, smallest: int) -> str:
    """ "2 van 3", with the bounds where a status is unknown; no network is said, never 0%."""
    if not row["networks"]:
        return words("count.no_network")
    return proportion.spoken(words, row["met"], row["assessable"], smallest)


def count(words: Words, x: int, total: int) -> str:
    """ "2 van 3", a dash where there is nothing to count."""
    if not total:
        return words("count.none")
    return words("count.of", x=words.number(x), total=words.number(total))


def of_course(words: Words, row: Row, is_over: bool) -> str:
    """ "2 van 3" as the tile map says it: met, or in a running year met or on course."""
    if not row["networks"]:
        return words("count.no_network")
    well = row["met"] + (0 if is_over else row["on_course"])
    return count(words, well, row["assessable"])


def bounds(words: Words, row: Row) -> str | None:
    """What the count can still become when every unknown network is known."""
    if not row["unknown"]:
        return None
    return words(
        "norm.bounds",
        low=count(words, row["lower_met"], row["lower_of"]),
        high=count(words, row["upper_met"], row["upper_of"]),
    )


def network(words: Words, row: Row) -> list[str]:
    """How one network stands in a year: the answer first, then what is missing and how long."""
    values = {"year": row["year"], "held": row["held"], "required": row["required"]}
    status = words(f"status.{row['status']}").lower()
    if row["required"]:
        over = "_over" if row["held"] > row["required"] else ""
        said = [words(f"network.answer{over}", status=status, **values)]
    else:
        said = [words("network.answer_short", status=status, n=row["held"], year=row["year"])]
    if row["planned"]:
        said.append(words("network.planned", n=row["planned"]))
    if row["status"] in ("TO_PLAN", "OUT_OF_REACH", "NOT_MET", "UNKNOWN"):
        missing = row["still_to_plan"] if row["status"] == "TO_PLAN" else row["shortfall"]
        said.append(words(f"network.missing.{row['status']}", n=missing))
    if row["dormant"] and row["is_active"]:
        last = row["last_held_on"]
        is_met = last is not None
        said.append(
            words("network.silent_since", date=words.long_date(last))
            if is_met
            else words("network.never_met")
        )
    return [said[0], " ".join(said[1:])]


def development(words: Words, rows: Sequence[Row]) -> str:
    """The last point of the line beside the year end before it, as counts."""
    last = rows[-1]
    earlier = next((r for r in reversed(rows) if r["on_date"].year < last["on_date"].year), None)
    said = _on_date(words, "development.now", last)
    if earlier is None or not earlier["assessable"]:
        return said
    return f"{said} {_on_date(words, 'development.then', earlier)}"


def _on_date(words: Words, message: str, row: Row) -> str:
    x, n = words.number(row["met"]), words.number(row["assessable"])
    return words(message, x=x, n=n, date=words.long_date(row["on_date"]))


def quarter(words: Words, code: str) -> str:
    """2026-Q3 as "het 3e kwartaal van 2026"."""
    found = Quarter.parse(code)
    return words("count.quarter", number=words(f"count.ordinal.{found.number}"), year=found.year)


def day(words: Words, value: date | None) -> str:
    return words.date(value) if value else words("count.none")


def period(words: Words, code: str) -> str:
    """2026, 2026-Q3 or 2026-11 as a name without an article: 2026, 3e kwartaal 2026, november 2026."""
    if "Q" in code:
        number = words(f"count.ordinal.{code[-1]}")
        return words("count.quarter_name", number=number, year=code[:4])
    if len(code) == 4:
        return code
    return f"{words.locale.months['format']['wide'][int(code[5:])]} {code[:4]}"
