"""A review as PDF/UA-1: the sections in their order, laid out by layout.typ. The only use of typst."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from bondgenoten.language import Words
from bondgenoten.palette import TONES
from bondgenoten.paper import drawing, meeting, movement, presence, restated, standing
from bondgenoten.paper.review import Review
from bondgenoten.store import SHORT

LAYOUT = Path(__file__).with_name("layout.typ")
SECTIONS = (
    standing.norm, standing.compliance, movement.frequency, movement.themes, presence.rollout,
    presence.unrest, presence.reporting, meeting.decisions, restated.restatements, standing.annex,
)  # fmt: skip


def pdf(review: Review, words: Words) -> bytes:
    """The paper; the same register and question give the same bytes."""
    day = review.as_of
    return typst.compile(
        LAYOUT.read_bytes(),
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
        sys_inputs={"data": json.dumps(content(review, words), ensure_ascii=False)},
    )


def content(review: Review, words: Words) -> dict[str, Any]:
    """Everything the layout needs, in words."""
    name = movement.name_of(words, review.quarter)
    first, *others = standing.answer(words, review)
    return {
        "language": words.language,
        "title": words("paper.title", quarter=name),
        "subtitle": words("paper.subtitle"),
        "author": words("paper.author"),
        "header": words("paper.header", quarter=name, date=words.date(review.as_of)),
        "demo": words("frame.demo") if review.is_demo else "",
        "contents": words("paper.contents"),
        "page": words("paper.page"),
        "facts": facts(review, words),
        "answer": first,
        "further": " ".join(others),
        "limits": [words(f"definitions.cannot.{name}") for name in ("safety", "ranking", "themes")],
        "limits_title": words("definitions.cannot.title"),
        "blocks": [block for section in SECTIONS for block in section(words, review)],
        "marks": drawing.marks(),
        "tones": {name: [tone.light, tone.wash_light] for name, tone in TONES.items()},
        "font": drawing.FONT,
    }


def facts(review: Review, words: Words) -> list[tuple[str, str]]:
    """What a reader must know of the paper as a whole."""
    quarter, closed = review.quarter, review.closed
    span = (words.long_date(quarter.starts_on), words.long_date(quarter.ends_on))
    state = words("paper.open")
    if closed:
        state = words("paper.closed", date=words.long_date(closed.closed_at.date()))
    return [
        (words("paper.fact.period"), words("paper.fact.span", first=span[0], last=span[1])),
        (words("paper.fact.counted_on"), words.long_date(quarter.ends_on)),
        (words("column.as_of"), words.long_date(review.as_of)),
        (words("paper.fact.state"), state),
        (words("paper.fact.version"), review.version[:SHORT]),
        *([(words("paper.fact.data"), words("frame.demo"))] if review.is_demo else []),
    ]
