"""What the basisteams had delivered when the second quarter of 2026 was reviewed: rows of the demo as
they stood on 20 July. Some came later, some were mended since."""

from collections.abc import Iterable

DAY = "2026-07-20"
LATE = {("ALS-02", "2026-06-16"), ("LEK-01", "2026-04-20")}  # held, delivered after the review
MENDED = {("AMF-02", "2026-06-08")}  # delivered as cancelled, and it was held

Rows = Iterable[list[str]]


def networks(rows: Rows) -> Rows:
    return (row for row in rows if row[6] <= DAY)


def meetings(rows: Rows, known: set[str]) -> Rows:
    """What had been by then, and what is planned still; what came in between was not delivered yet."""
    for row in rows:
        key = (row[0], row[1])
        if row[0] in known and key not in LATE and (row[1] <= DAY or row[2] == "planned"):
            yield [*row[:2], "cancelled", row[3], *[""] * 5] if key in MENDED else row


def pauses(rows: Rows) -> Rows:
    return (row for row in rows if row[1] <= DAY)


def confirmations(rows: Rows) -> Rows:
    return (row for row in rows if row[2] <= DAY)
