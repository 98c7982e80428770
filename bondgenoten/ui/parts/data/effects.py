"""What a batch does to what the register says, in words and shapes."""

from collections.abc import Iterable

from bondgenoten.effects import Effect
from bondgenoten.language import Words
from bondgenoten.periods import Quarter
from bondgenoten.ui import sentences
from bondgenoten.ui.markup import Safe, element
from bondgenoten.ui.parts import marks


def effects(say: Words, found: Iterable[Effect]) -> Safe:
    """A list, a line an effect; a sentence where no figure moves."""
    lines = [element("li", line(say, one)) for one in found if one.effect != "rows"]
    if not lines:
        return element("p", say("effect.none"))
    return element("ul", lines, class_="effects")


def line(say: Words, one: Effect) -> Safe:
    if one.effect == "meetings":
        return element("span", _meetings(say, one.number))
    if one.effect == "closed_quarter":
        quarter = sentences.quarter(say, str(Quarter.parse(one.after)))
        return element(
            "span", sentences.plural(say, "effect.closed_quarter", one.number, quarter=quarter)
        )
    return _status(say, one)


def _meetings(say: Words, number: int) -> str:
    """+2 gehouden bijeenkomsten, or 1 gehouden bijeenkomst vervalt."""
    if number > 0:
        return "+" + sentences.plural(say, "effect.meetings", number)
    return sentences.plural(say, "effect.meetings_gone", -number)


def _status(say: Words, one: Effect) -> Safe:
    """2 netwerken van [ring] Te plannen naar [half] Op koers; one side is empty at a beginning or end."""
    counted = sentences.plural(say, "count.of_networks", one.number)
    sides = [(word, code) for word, code in (("from", one.before), ("to", one.after)) if code]
    parts: list[str | Safe] = [counted]
    if not one.before:
        parts = [sentences.plural(say, "effect.new_networks", one.number)]
        sides = [("as", one.after)]
    if not one.after:
        parts = [sentences.plural(say, "effect.gone_networks", one.number)]
        sides = [("as", one.before)]
    for word, code in sides:
        parts += [f" {say(f'effect.{word}')} ", marks.status(say, code)]
    return element("span", parts)


def plain(say: Words, found: Iterable[Effect]) -> list[str]:
    """The same without shapes, for a cell of a table."""
    return [_plain(say, one) for one in found if one.effect != "rows"]


def _plain(say: Words, one: Effect) -> str:
    if one.effect == "meetings":
        return _meetings(say, one.number)
    if one.effect == "closed_quarter":
        quarter = sentences.quarter(say, one.after)
        return sentences.plural(say, "effect.closed_quarter", one.number, quarter=quarter)
    was, now = (say(f"status.{code}") if code else "" for code in (one.before, one.after))
    if not was:
        return (
            f"{sentences.plural(say, 'effect.new_networks', one.number)} {say('effect.as')} {now}"
        )
    if not now:
        return (
            f"{sentences.plural(say, 'effect.gone_networks', one.number)} {say('effect.as')} {was}"
        )
    counted = sentences.plural(say, "count.of_networks", one.number)
    return f"{counted} {say('effect.from')} {was} {say('effect.to')} {now}"
