"""Small-number arithmetic against its published oracles: cases T1 to T5 and the golden XmR series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from bondgenoten import signals

GOLDEN = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("case", "x", "n", "low", "high"),
    [("T1", 3, 8, 0.137, 0.694), ("T2", 13, 62, 0.127, 0.326), ("T3", 0, 20, 0.000, 0.161),
     ("T3", 10, 10, 0.722, 1.000)],
)  # fmt: skip
def test_wilson_gives_the_interval(case: str, x: int, n: int, low: float, high: float) -> None:
    assert signals.wilson(x, n) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4)), (
        case
    )


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_equals_statsmodels(counts: tuple[int, int]) -> None:
    oracle = proportion_confint(*counts, alpha=0.05, method="wilson")
    assert signals.wilson(*counts) == pytest.approx(tuple(float(o) for o in oracle), abs=1e-9)


@pytest.mark.parametrize(("case", "x", "n", "x2", "n2", "p"),
                         [("T4", 6, 60, 15, 58, 0.031), ("T5", 4, 60, 15, 58, 0.0056)])  # fmt: skip
def test_fisher_gives_the_p(case: str, x: int, n: int, x2: int, n2: int, p: float) -> None:
    assert signals.fisher(x, n, x2, n2) == pytest.approx(p, rel=0.02), case


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_fisher_equals_scipy(a: int, b: int, c: int, d: int) -> None:
    oracle = stats.fisher_exact([[a, b], [c, d]]).pvalue
    assert signals.fisher(a, a + b, c, c + d) == pytest.approx(oracle, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_benjamini_hochberg_equals_statsmodels(ps: list[float]) -> None:
    oracle = multipletests(ps, alpha=0.05, method="fdr_bh")[0]
    assert signals.benjamini_hochberg(ps) == oracle.tolist()


def test_t4_is_no_signal_among_twelve_themes_and_t5_is_among_eight() -> None:
    assert not any(signals.benjamini_hochberg([0.031] + [0.5] * 11))
    assert signals.benjamini_hochberg([0.0056] + [0.5] * 7)[0]
    assert not signals.benjamini_hochberg([0.0056] + [0.5] * 8)[0]


def test_xmr_gives_the_golden_limits() -> None:
    limits = signals.xmr(GOLDEN)
    assert limits is not None
    assert (round(limits.lower, 2), round(limits.centre, 2), round(limits.upper, 2)) == (
        -0.72,
        1.94,
        4.60,
    )
    assert not limits.are_provisional
    assert [i for i, out in enumerate(signals.beyond_limits(GOLDEN, limits)) if out] == [4]


@pytest.mark.parametrize(("points", "known", "provisional"),
                         [(5, False, False), (6, True, True), (11, True, True), (12, True, False)])  # fmt: skip
def test_few_points_give_provisional_limits_or_none(
    points: int, known: bool, provisional: bool
) -> None:
    limits = signals.xmr(GOLDEN[:points])
    assert (limits is not None) is known
    assert limits is None or limits.are_provisional is provisional


FLAT = signals.Limits(-3.0, 0.0, 3.0, False)


def marked(rule: object, values: list[float]) -> list[int]:
    return [i for i, hit in enumerate(rule(values, FLAT)) if hit]  # type: ignore[operator]


def test_seven_on_one_side_is_a_shift_and_six_are_not() -> None:
    assert marked(signals.seven_on_one_side, [-1, *[1.0] * 7, -1]) == list(range(1, 8))
    assert marked(signals.seven_on_one_side, [-1, *[1.0] * 6, -1]) == []
    assert marked(signals.seven_on_one_side, [1.0, 1, 1, 0, 1, 1, 1, 1]) == []


def test_seven_in_one_direction_are_a_trend_and_six_are_not() -> None:
    assert marked(signals.seven_in_one_direction, [0, -3, -2, -1, 0, 1, 2, 3, 0]) == list(
        range(1, 8)
    )
    assert marked(signals.seven_in_one_direction, [0, -3, -2, -1, 0, 1, 2, 0]) == []


def test_two_of_three_near_one_limit_are_marked() -> None:
    assert marked(signals.two_of_three_near_a_limit, [0.0, 2.5, 1, 2.5, 0]) == [1, 3]
    assert marked(signals.two_of_three_near_a_limit, [0.0, 2.5, -1, 2.5, 0]) == []
    assert marked(signals.two_of_three_near_a_limit, [0.0, 3.5, 1, 2.5, 0]) == []


@given(
    st.integers(1, 80) | st.integers(1000, 3000), st.floats(0, 1), st.sampled_from([0.025, 0.001])
)
def test_funnel_limits_are_exact_binomial(n: int, share: float, beyond: float) -> None:
    low, high = signals.funnel(n, share, beyond)
    for limit, chance in ((low, beyond), (high, 1 - beyond)):
        x = round(limit * n)
        assert stats.binom.cdf(x, n, share) >= chance - 1e-7
        assert x == 0 or stats.binom.cdf(x - 1, n, share) < chance + 1e-7


@given(st.integers(0, 9_000), st.integers(600, 9_000), st.integers(0, 9_000), st.integers(0, 9_000))
def test_fisher_of_many_equals_scipy_too(a: int, b: int, c: int, d: int) -> None:
    oracle = stats.fisher_exact([[a, b], [c, d]]).pvalue
    assert signals.fisher(a, a + b, c, c + d) == pytest.approx(oracle, abs=1e-9)
