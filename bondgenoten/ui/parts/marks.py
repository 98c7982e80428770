"""Statuses and meetings as marks: a shape with its word, in its tone. The same on every page."""

from bondgenoten.language import Words
from bondgenoten.palette import DOTS, MARKS, STATUSES, Mark
from bondgenoten.ui.markup import Safe, element, shape

MOST_DOTS = 5


def status(words: Words, code: str) -> Safe:
    """A norm status: shape and word."""
    return _marked(MARKS[code].shape, MARKS[code].tone, words(f"status.{code}"))


def meeting(words: Words, code: str) -> Safe:
    """A meeting's status; a cancelled one is a cross in grey."""
    if code == "cancelled":
        return _marked(MARKS["NOT_MET"].shape, "grey", words("code.cancelled"))
    return _marked(DOTS[code].shape, DOTS[code].tone, words(f"code.{code}"))


def dots(words: Words, held: int, planned: int, required: int) -> Safe:
    """Up to five dots: held filled, planned a ring, still open dotted; what is over as +n."""
    filled = min(held, MOST_DOTS)
    rings = min(planned, MOST_DOTS - filled)
    gaps = min(max(required - held - planned, 0), MOST_DOTS - filled - rings)
    over = held + planned - filled - rings
    drawn = ["held"] * filled + ["planned"] * rings + ["open"] * gaps
    shapes = [element("span", shape(DOTS[d].shape), class_=f"tone-{DOTS[d].tone}") for d in drawn]
    more = element("span", f"+{over}", class_="over", aria_hidden="true") if over else None
    label = words("norm.dots", held=held, planned=planned, required=required)
    return element("span", shapes, more, class_="dots", role="img", aria_label=label, title=label)


def marked(mark: Mark, word: str) -> Safe:
    """Any mark of the palette with its word."""
    return _marked(mark.shape, mark.tone, word)


def legend(words: Words) -> Safe:
    """Every status with its shape, in the order of the rule."""
    items = [element("li", status(words, code)) for code in STATUSES]
    return element("ul", items, class_="legend", aria_label=words("norm.legend"))


def dots_legend(words: Words) -> Safe:
    items = [
        element("li", _marked(DOTS[name].shape, DOTS[name].tone, words(f"norm.dot.{name}")))
        for name in DOTS
    ]
    return element("ul", items, class_="legend", aria_label=words("norm.dots_legend"))


def _marked(svg: str, tone: str, word: str) -> Safe:
    return element("span", shape(svg), element("span", word), class_=f"mark tone-{tone}")
