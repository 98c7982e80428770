"""Is it a signal or noise? Wilson, Fisher, Benjamini-Hochberg, XmR with its rules, the funnel.

Pure arithmetic on plain numbers; knows neither frames nor words (definitions 5 and 11).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile
from math import comb, exp, fsum, lgamma, log, log1p, sqrt
from operator import mul
from statistics import NormalDist, fmean

Z95 = NormalDist().inv_cdf(0.975)
FEWEST_FOR_A_TEST = 10
MOST_IN_WHOLE_NUMBERS = 600
NEGLIGIBLE = 1e-20  # beside the most likely table
FALSE_DISCOVERIES = 0.05
LIMITS, SCREEN = 2.66, 3.267  # of the mean moving range
FEWEST_FOR_LIMITS, FEWEST_FOR_FIRM_LIMITS = 6, 12
RUN = 7


def wilson(x: int, n: int) -> tuple[float, float]:
    """The 95% interval of x of n; (0, 1) where n is 0."""
    if n == 0:
        return 0.0, 1.0
    share, weight = x / n, Z95**2 / n
    middle = (share + weight / 2) / (1 + weight)
    half = Z95 * sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    low = 0.0 if x == 0 else middle - half
    high = 1.0 if x == n else middle + half
    return low, high


@lru_cache(2**16)
def fisher(x: int, n: int, other_x: int, other_n: int) -> float:
    """Two-sided p of x of n against other_x of other_n: exact, in floats only for large counts."""
    drawn, pool = x + other_x, n + other_n
    if pool > MOST_IN_WHOLE_NUMBERS:
        return _fisher_of_many(x, n, drawn, pool)
    lowest, highest = max(0, drawn - other_n), min(drawn, n)
    ways = [comb(n, k) * comb(other_n, drawn - k) for k in range(lowest, highest + 1)]
    seen = ways[x - lowest]
    return float(Fraction(sum(way for way in ways if way <= seen), comb(pool, drawn)))


def _fisher_of_many(x: int, n: int, drawn: int, pool: int) -> float:
    """The same by walking from the most likely table to both ends, each way from the one before."""
    other_n = pool - n
    lowest, highest = max(0, drawn - other_n), min(drawn, n)
    middle = min(max((n + 1) * (drawn + 1) // (pool + 2), lowest), highest)
    ups = ((n - k) * (drawn - k) / ((k + 1) * (other_n - drawn + k + 1))
           for k in range(middle, highest))  # fmt: skip
    downs = (k * (other_n - drawn + k) / ((n - k + 1) * (drawn - k + 1))
             for k in range(middle, lowest, -1))  # fmt: skip
    above, below = _until_negligible(ups), _until_negligible(downs)
    side = above if x >= middle else below
    seen = side[abs(x - middle)] if abs(x - middle) < len(side) else 0.0
    ways = [*below[:0:-1], *above]
    # Two tables that are equally likely may differ in the last decimals of a float.
    return min(1.0, fsum(way for way in ways if way <= seen * (1 + 1e-9)) / fsum(ways))


def _until_negligible(ratios: Iterable[float]) -> list[float]:
    return list(takewhile(lambda way: way > NEGLIGIBLE, accumulate(ratios, mul, initial=1.0)))


def benjamini_hochberg(ps: Sequence[float], rate: float = FALSE_DISCOVERIES) -> list[bool]:
    """For each p whether it stands when all are tested together; the rate is of false discoveries."""
    order = sorted(ps)
    passing = [p for rank, p in enumerate(order, 1) if p <= rate * rank / len(ps)]
    bar = max(passing, default=-1.0)
    return [p <= bar for p in ps]


@dataclass(frozen=True)
class Limits:
    """The centre and natural process limits of a series; `are_provisional` under twelve points."""

    lower: float
    centre: float
    upper: float
    are_provisional: bool

    @property
    def near(self) -> float:
        """How far from the centre counts as close to a limit: two thirds of the way."""
        return (self.upper - self.centre) * 2 / 3


def xmr(values: Sequence[float]) -> Limits | None:
    """Limits at 2.66 mean moving ranges; ranges of 3.267 means or more are left out, once.

    None for fewer than six points. The lower limit can be negative: draw it at 0 at least.
    """
    if len(values) < FEWEST_FOR_LIMITS:
        return None
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    kept = [moved for moved in ranges if moved < SCREEN * fmean(ranges)] or ranges
    centre, half = fmean(values), LIMITS * fmean(kept)
    return Limits(centre - half, centre, centre + half, len(values) < FEWEST_FOR_FIRM_LIMITS)


def beyond_limits(values: Sequence[float], limits: Limits) -> list[bool]:
    """Points outside the process limits."""
    return [not limits.lower <= value <= limits.upper for value in values]


def seven_on_one_side(values: Sequence[float], limits: Limits) -> list[bool]:
    """Points in a run of seven or more on the same side of the centre."""
    return _in_runs([_sign(value - limits.centre) for value in values], RUN)


def seven_in_one_direction(values: Sequence[float], limits: Limits) -> list[bool]:
    """Points of a run in which each of seven or more lies above, or each below, the one before."""
    steps = [0, *(_sign(later - earlier) for earlier, later in pairwise(values))]
    marked = _in_runs(steps, RUN - 1)
    return [here or (after and steps[i + 1] != 0) for i, (here, after) in
            enumerate(zip(marked, [*marked[1:], False], strict=True))]  # fmt: skip


def two_of_three_near_a_limit(values: Sequence[float], limits: Limits) -> list[bool]:
    """Points near a limit, but inside it, of which there are two in three on one side in a row."""
    sides = [_sign(value - limits.centre) for value in values]
    inside = [not beyond for beyond in beyond_limits(values, limits)]
    near = [
        ok and abs(v - limits.centre) > limits.near for v, ok in zip(values, inside, strict=True)
    ]
    marked = [False] * len(values)
    for i in range(len(values) - 2):
        three = range(i, i + 3)
        if abs(sum(sides[j] for j in three)) == 3 and sum(near[j] for j in three) >= 2:
            for j in three:
                marked[j] = marked[j] or near[j]
    return marked


RULES = (beyond_limits, seven_on_one_side, seven_in_one_direction, two_of_three_near_a_limit)


def funnel(n: int, share: float, beyond: float) -> tuple[float, float]:
    """Exact binomial limits for x / n around a common share; `beyond` is the chance on each side."""
    if n == 0:
        return 0.0, 1.0
    return _quantile(n, share, beyond) / n, _quantile(n, share, 1 - beyond) / n


def _quantile(n: int, share: float, chance: float) -> int:
    """The least x with at least this chance of x or fewer."""
    if share in (0, 1):
        return round(n * share)
    all_ways = lgamma(n + 1)
    each = (
        exp(all_ways - lgamma(k + 1) - lgamma(n - k + 1) + k * log(share) + (n - k) * log1p(-share))
        for k in range(n + 1)
    )
    return next((x for x, total in enumerate(accumulate(each)) if total >= chance), n)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _in_runs(signs: Sequence[int], length: int) -> list[bool]:
    marked, start = [False] * len(signs), 0
    for i in range(1, len(signs) + 1):
        if i == len(signs) or signs[i] != signs[start]:
            if signs[start] and i - start >= length:
                marked[start:i] = [True] * (i - start)
            start = i
    return marked
