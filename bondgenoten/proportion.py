"""How a proportion is said. The one place where a count becomes a percentage, and where it may not."""

from bondgenoten.language import Words


def spoken(words: Words, x: int, n: int, smallest: int = 10) -> str:
    """`x` of `n` in words: a dash for n = 0, "3 van 8" under `smallest`, else "21% (13 van 62)".

    `smallest` is the year's smallest_percentage_base (DEFINITIONS, the norm table).
    """
    if n == 0:
        return words("count.none")
    of = words("count.of", x=words.number(x), total=words.number(n))
    if n < smallest:
        return of
    return words("count.percentage", percentage=words.number(round_half_up(x, n)), of=of)


def round_half_up(x: int, n: int) -> int:
    """100 x / n as a whole number, halves up, in whole-number arithmetic."""
    return (200 * x + n) // (2 * n)
