"""What the basisteams had delivered when the second quarter of 2026 was reviewed: rows of the demo as
they stood on 20 July. Some came later, some were mended since."""

from collections.abc import Iterable

DAY = "2026-07-20"
LATE = {("ALS-02", "2026-06-16"), ("LEK-01", "2026-04-20")}  # held, delivered after the review
MENDED = {("AMF-02", "2026-06-08")}  # delivered as cancelled, and it was held

Rows = Iterable[list[str]]


def networks(rows: Rows) -> Rows:
    """Those that had started; an end that was still to come was not known."""
    for row in rows:
        if row[6] <= DAY:
            yield [*row[:7], row[7] if row[7] <= DAY else "", *row[8:]]


def meetings(rows: Rows, known: set[str]) -> Rows:
    """What was held by then; later regular meetings were still planned."""
    for row in rows:
        key = (row[0], row[1])
        if row[0] not in known or key in LATE:
            continue
        if key in MENDED:
            yield [*row[:2], "cancelled", row[3], *[""] * 5]
        elif row[1] <= DAY:
            yield row
        elif row[3] == "regular" and row[1] < "2027":
            yield [*row[:2], "planned", row[3], *[""] * 5]


def pauses(rows: Rows) -> Rows:
    return (row for row in rows if row[1] <= DAY)


def confirmations(rows: Rows) -> Rows:
    return (row for row in rows if row[2] <= DAY)
