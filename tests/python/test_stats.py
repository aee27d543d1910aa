"""The estimators from Python: values, reasons, columns of every kind, and what is refused."""

import array
import ast
import doctest
import inspect
import random
from datetime import date
from pathlib import Path

import pytest

import maintien as mt
from maintien import stats

AML = [(9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0), (31, 1), (34, 1), (45, 0), (48, 1), (161, 0)]
AML += [(5, 1), (5, 1), (8, 1), (8, 1), (12, 1), (16, 0), (23, 1), (27, 1), (30, 1), (33, 1), (43, 1), (45, 1)]
TIMES, CAUSES = [days for days, _ in AML], [cause for _, cause in AML]
FUNCTIONS = [name for name in stats.__all__ if name.islower()]


@pytest.mark.parametrize("name", stats.__all__)
def test_what_a_docstring_shows_is_so(name):
    text = getattr(stats, name).__doc__
    assert text.strip().splitlines()[0].endswith((".", ":")), name
    shown = doctest.DocTestParser().get_doctest(text, {"mt": mt, "date": date}, name, None, 0)
    assert shown.examples, f"{name} has no example"
    lines: list[str] = []
    assert doctest.DocTestRunner(verbose=False).run(shown, out=lines.append).failed == 0, "".join(lines)


def test_the_page_names_every_function_and_its_example_is_so(root):
    page = (root / "docs/estimators.md").read_text(encoding="utf-8")
    assert [name for name in FUNCTIONS if f"`{name}`" not in page] == []
    shown = doctest.DocTestParser().get_doctest(page.replace("```", ""), {}, "estimators.md", None, 0)
    lines: list[str] = []
    assert len(shown.examples) == 3
    assert doctest.DocTestRunner(verbose=False).run(shown, out=lines.append).failed == 0, "".join(lines)


def test_the_stub_names_what_there_is():
    stub = ast.parse(Path(stats.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    functions = {node.name: node for node in stub.body if isinstance(node, ast.FunctionDef)}
    assert sorted(functions) == sorted(FUNCTIONS) and stats.__all__ == sorted(stats.__all__)
    for name, node in functions.items():
        arguments = [one.arg for one in [*node.args.args, *node.args.kwonlyargs]]
        assert arguments == list(inspect.signature(getattr(stats, name)).parameters), name


def test_reference_values_of_kaplan_meier():
    at = {day: stats.survival(TIMES, CAUSES, day) for day in (5, 12, 23, 48)}
    found = [(round(one.value, 3), round(one.lower, 3), round(one.upper, 3)) for one in at.values()]
    assert found == [(0.913, 0.695, 0.978), (0.739, 0.509, 0.873), (0.547, 0.319, 0.726), (0.083, 0.007, 0.287)]
    median = stats.survival_quantile(TIMES, CAUSES)
    assert (median.value, median.lower, median.upper) == (27, 13, 34)
    mean = stats.restricted_mean(TIMES, CAUSES, 48)
    assert (round(mean.value, 5), round(mean.standard_error, 5)) == (27.00621, 3.20514)


def test_a_curve_says_on_each_day_what_its_points_say():
    curve = stats.kaplan_meier(TIMES, CAUSES, scale="logit", level=0.9)
    assert curve.episodes == 23 and len(curve.days) == len(curve.upper) == 18
    for i, day in enumerate(curve.days):
        point = stats.survival(TIMES, CAUSES, day, scale="logit", level=0.9)
        assert (point.value, point.standard_error, point.lower, point.upper) == (curve.survival[i], curve.standard_error[i], curve.lower[i], curve.upper[i])


def test_incidences_of_a_curve_are_those_of_its_points_and_add_up():
    times, causes = [3, 3, 4, 5, 5, 7, 9, 9], [1, 2, 0, 3, 1, 0, 2, 0]
    curve = stats.aalen_johansen(times, causes)
    assert list(curve.causes) == [1, 2, 3]
    for i, day in enumerate(curve.days):
        assert curve.survival[i] + sum(one.incidence[i] for one in curve.causes.values()) == pytest.approx(1, abs=1e-14)
        for cause, one in curve.causes.items():
            assert stats.cumulative_incidence(times, causes, cause, day).value == one.incidence[i]


def test_a_reason_stands_where_there_is_no_figure():
    def why(found):
        return found.null_reason

    assert why(stats.survival([], [], 0)) is mt.NullReason.denominator_zero
    assert why(stats.survival([4], [1], 5)) is mt.NullReason.beyond_follow_up
    assert why(stats.restricted_mean([4], [1], 5)) is mt.NullReason.beyond_follow_up
    assert why(stats.survival_quantile([4, 6], [0, 0])) is mt.NullReason.not_reached
    assert why(stats.cumulative_incidence([4], [1], 7, 3)) is None
    assert stats.cumulative_incidence([4], [1], 7, 3).limits_reason is mt.NullReason.degenerate_variance
    assert why(stats.difference(0, 0, 1, 2)) is mt.NullReason.denominator_zero
    assert why(stats.direct_standardisation([1], [2], [0])) is mt.NullReason.no_reference
    assert why(stats.direct_standardisation([1, 0], [2, 0], [1, 1])) is mt.NullReason.empty_stratum
    assert why(stats.manski_bounds(0, 0, 0)) is mt.NullReason.denominator_zero
    assert stats.manski_bounds(5, 5, 5).limits_reason is mt.NullReason.degenerate_variance
    assert why(stats.overdispersion([1], [2])) is mt.NullReason.denominator_zero
    assert why(stats.sample_quantile([])) is mt.NullReason.denominator_zero
    assert why(stats.funnel_limits(0.5, 0)) is mt.NullReason.denominator_zero
    assert why(stats.clustered_share([], [])) is mt.NullReason.denominator_zero
    assert why(stats.weighting_cells([("company", "30_39", 1, 4, 9)]).share) is mt.NullReason.empty_stratum


def test_columns_of_every_kind_give_the_same():
    expected = stats.kaplan_meier(TIMES, CAUSES)
    assert stats.kaplan_meier(tuple(TIMES), [bool(cause) for cause in CAUSES]) == expected
    assert stats.kaplan_meier([float(day) for day in TIMES], iter(CAUSES)) == expected
    for code in "ilqhd":
        assert stats.kaplan_meier(array.array(code, TIMES), array.array("B", CAUSES)) == expected, code
    every_other = memoryview(array.array("q", [one for day in TIMES for one in (day, -1)]))[::2]
    assert stats.kaplan_meier(every_other, CAUSES) == expected
    order = random.Random(1).sample(range(len(TIMES)), len(TIMES))
    assert stats.kaplan_meier([TIMES[i] for i in order], [CAUSES[i] for i in order]) == expected
    assert stats.kaplan_meier([3, 5]) == stats.kaplan_meier([3, 5], [1, 1])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: stats.kaplan_meier([3, -1], [1, 1]), r"times\[1\]: found -1, expected a number of days"),
        (lambda: stats.kaplan_meier([3, 2.5], [1, 1]), r"times\[1\]: found 2.5, expected a whole number"),
        (lambda: stats.kaplan_meier(array.array("d", [3, float("nan")])), r"times\[1\]: found nan, expected a whole number"),
        (lambda: stats.kaplan_meier([3, None]), r"times\[1\]: found None, expected a number"),
        (lambda: stats.kaplan_meier([3, 10**30]), r"times\[1\]: found 10{30}, expected a number"),
        (lambda: stats.kaplan_meier([3, "4"]), r"times\[1\]: found '4', expected a number"),
        (lambda: stats.kaplan_meier([3, 4], [1]), "causes: found 1 values, expected 2, as many as times"),
        (lambda: stats.kaplan_meier([3], [-1]), r"causes\[0\]: found -1, expected 0"),
        (lambda: stats.kaplan_meier([3], watched_from=[3]), r"watched_from\[0\]: found 3, expected 0, or a day before"),
        (lambda: stats.kaplan_meier([3], level=95), "level: found 95.0, expected a number between 0 and 1"),
        (lambda: stats.kaplan_meier([3], scale="log-log"), "scale: found 'log-log', expected 'log_log'"),
        (lambda: stats.survival_quantile([3], [1], 0), "p: found 0.0, expected more than 0"),
        (lambda: stats.restricted_mean([3], [1], -1), "tau: found -1, expected 0 days or more"),
        (lambda: stats.cumulative_incidence([3], [1], 0, 2), "cause: found 0, expected a cause 1, 2"),
        (lambda: stats.proportion(3, 2), "x: found 3 of 2, expected 0 to n"),
        (lambda: stats.proportion(1, 2, method="wald"), "method: found 'wald', expected 'wilson'"),
        (lambda: stats.count(-1), "count: found -1, expected 0 or more"),
        (lambda: stats.overdispersion([1, 3], [2, 2]), r"x\[1\]: found 3 of 2, expected 0 to n\[1\]"),
        (lambda: stats.overdispersion([1], [2], winsorised=0.5), "winsorised: found 0.5"),
        (lambda: stats.direct_standardisation([1], [2], [-1]), r"weights\[0\]: found a negative number"),
        (lambda: stats.direct_standardisation([1], [2], [float("inf")]), r"weights\[0\]: found inf, expected a finite number"),
        (lambda: stats.funnel_limits(1.5, 3), "rate: found 1.5, expected 0 to 1"),
        (lambda: stats.manski_bounds(1, 6, 5), "respondents: found 6 of 5, expected 0 to eligible"),
        (lambda: stats.weighting_cells([("firm", None, 1, 1, 1)]), "family: found 'firm', expected a code of family"),
        (lambda: stats.weighting_cells([(None, 1)]), "cells: found"),
        (lambda: stats.clustered_share(["a", "b"], [1]), "values: found 1 values, expected 2"),
        (lambda: stats.clustered_share(["a"], [2]), r"values\[0\]: found 2 of 1"),
    ],
)
def test_what_is_refused_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()


@pytest.mark.parametrize("column", [5, "123", None])
def test_what_is_no_column_is_refused(column):
    with pytest.raises(TypeError, match="times: found"):
        stats.kaplan_meier(column)


def test_weighting_cells_take_members_and_codes_alike():
    cells = [(mt.Family.company, mt.AgeBand._30_39, 8, 10, 10), (None, None, 2, 5, 30)]
    assert stats.weighting_cells(cells) == stats.weighting_cells([("company", "30_39", 8, 10, 10), (None, None, 2, 5, 30)])
