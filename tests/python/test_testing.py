"""What a test of software that uses maintien is told when two reports differ."""

import doctest
import json
from datetime import date

import pytest

import maintien as mt
from maintien import testing

pytest_plugins = ["pytester"]


@pytest.fixture(scope="module")
def report():
    return mt.report(mt.simulate(cases=60, seed=2), as_of=date(2024, 12, 31), by="sex")


def changed(report, change):
    document = json.loads(report.to_json())
    change(document)
    return document


def test_the_same_report_does_not_differ_however_it_comes(report):
    document = json.loads(report.to_json())
    document["rows"].reverse()
    assert testing.differences(report, document) == testing.differences(report.to_json(), report) == []
    testing.assert_same_report(report, document)


def test_a_figure_that_moved_is_named_with_both_values(report):
    def more(document):
        document["rows"][0]["numerator"] += 1

    first = json.loads(report.to_json())["rows"][0]
    line = f"{first['indicator']}: numerator {first['numerator']}, expected {first['numerator'] + 1}"
    assert testing.differences(report, changed(report, more)) == [line]
    with pytest.raises(AssertionError, match="the reports differ:\n" + line):
        testing.assert_same_report(report, changed(report, more))


def test_rows_that_are_missing_or_too_many_and_the_heading_are_told(report):
    def without(document):
        document["as_of"] = "2023-12-31"
        del document["rows"][0]

    fewer, name = changed(report, without), json.loads(report.to_json())["rows"][0]["indicator"]
    assert testing.differences(report, fewer) == ["as_of: '2024-12-31', expected '2023-12-31'", f"{name}: not expected"]
    assert testing.differences(fewer, report) == ["as_of: '2023-12-31', expected '2024-12-31'", f"{name}: missing"]


def test_values_may_differ_a_little_where_one_says_so_and_counts_never(report):
    def rounded(document):
        for row in document["rows"]:
            if isinstance(row["value"], float):
                row["value"] = float(f"{row['value']:.12g}")

    other = changed(report, rounded)
    assert testing.differences(report, other) and not testing.differences(report, other, rel=1e-9)


def test_the_plugin_names_the_figures_in_a_failing_test(pytester, report):
    other = changed(report, lambda document: document["rows"][0].update(numerator=-1, value=-1))
    pytester.makefile(".json", one=report.to_json(), two=json.dumps(other))
    pytester.makepyfile("from pathlib import Path\n\ndef test():\n    assert Path('one.json').read_text() == Path('two.json').read_text()")
    shown = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    shown.assert_outcomes(failed=1)
    shown.stdout.fnmatch_lines(["*the reports differ:*", "*numerator *, expected -1"])


@pytest.mark.parametrize("text", [testing.__doc__, testing.differences.__doc__, testing.assert_same_report.__doc__])
def test_what_the_docstrings_show_is_so(text, root, monkeypatch):
    monkeypatch.chdir(root)
    shown = doctest.DocTestParser().get_doctest(text, {"mt": mt, "date": date}, "maintien.testing", None, 0)
    assert shown.examples and doctest.DocTestRunner(verbose=False).run(shown).failed == 0
