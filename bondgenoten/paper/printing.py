"""A review as PDF/UA-1: the sections in their order, laid out by layout.typ. The only use of typst."""

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bondgenoten.language import Words
from bondgenoten.palette import TONES
from bondgenoten.paper import annex, drawing, meeting, movement, presence, restated, standing
from bondgenoten.paper.review import Review
from bondgenoten.store import SHORT

BOX, LAST_OF_LATIN = "\N{WHITE SQUARE}", "\u024f"
LAYOUT = Path(__file__).with_name("layout.typ")
SECTIONS = (
    standing.norm, standing.compliance, movement.frequency, movement.themes, presence.rollout,
    presence.unrest, presence.reporting, meeting.decisions, restated.restatements, annex.annex,
)  # fmt: skip


def pdf(review: Review, words: Words) -> bytes:
    """The paper; the same register and question give the same bytes. A sign that the font does not
    have (an emoji, a Chinese name) is printed as a box; the workbook and the CSV have it as it is."""
    data = json.dumps(content(review, words), ensure_ascii=False)
    try:
        return _printed(LAYOUT.read_bytes(), data, review.as_of)
    except typst.TypstError:
        boxed = data.translate(dict.fromkeys(map(ord, _without_a_glyph(data)), BOX))
        return _printed(LAYOUT.read_bytes(), boxed, review.as_of)


def _printed(layout: bytes, data: str, day: date) -> bytes:
    return typst.compile(
        layout,
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
        sys_inputs={"data": data},
    )


def _without_a_glyph(data: str) -> list[str]:
    """The signs in a text that the paper's font cannot show."""
    return [sign for sign in sorted(set(data)) if sign > LAST_OF_LATIN and not _has_a_glyph(sign)]


@cache
def _has_a_glyph(sign: str) -> bool:
    try:
        _printed(f'#set document(title: "-")\n#set text(font: "{drawing.FONT}")\n#sys.inputs.data'.encode(),
                 sign, date(2007, 1, 1))  # fmt: skip
    except typst.TypstError:
        return False
    return True


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
