"""The figures: the published table to the last digit, each with its denominator."""

import csv
import io
import json
from datetime import date, datetime

import pytest

import maintien as mt

DAY = date(2020, 11, 12)


def test_the_four_figures_the_cell_is_judged_by(published):
    per_exit = published.row("positive_exit_rate", "per_exit")
    assert (per_exit.numerator, per_exit.denominator, per_exit.value) == (9, 12, 0.75)
    accompanied = published.row("positive_exit_rate", "per_accompanied_exit")
    assert (accompanied.numerator, accompanied.denominator) == (9, 11)
    per_entry = published.row("positive_exit_rate", "per_entry")
    assert (per_entry.numerator, per_entry.denominator, per_entry.bound_lower, per_entry.bound_upper) == (9, 43, 9 / 43, 40 / 43)
    flow = published.row("entry_rate", "flow_ratio")
    assert (flow.numerator, flow.denominator, flow.unit) == (43, 103, mt.Unit.ratio)


def test_statuses_and_outcomes_of_the_published_table(published):
    status = {row.category: row.numerator for row in published if row.indicator == "status"}
    assert (status["ongoing"], status["refused"], status["negative"], status["positive"]) == (31, 1, 2, 9)
    outcome = {row.category: row.numerator for row in published if (row.indicator, row.variant) == ("outcome", "entry_cohort")}
    counted = {code: count for code, count in outcome.items() if count}
    assert counted == {"adapted_post": 4, "external_post": 1, "internal_redeployment": 3, "unfitness": 2, "invalidity": 1, "business_creation": 1}
    assert published.row("days_in_cell", "all_mean").value == 69.0


def test_printed_digits(published):
    printed = published.to_text("fr").replace("\u202f", " ").replace("\xa0", " ")
    for digits in ["72,09 %", "2,33 %", "4,65 %", "20,93 %", "33,33 %", "8,33 %", "25,00 %", "16,67 %", "75,00 %", "100,00 %"]:
        assert digits in printed
    assert "75.00" in published.to_text("en")


def test_whole_numbers_are_whole(published):
    for row in published.rows:
        for number in (row.numerator, row.denominator):
            assert number is None or isinstance(number, int) or number != int(number)
        if row.unit == mt.Unit.cases and row.value is not None and row.method != "mean":
            assert not isinstance(row.value, float) or row.value != int(row.value)


def test_rows_are_those_of_the_json_report(published):
    document = json.loads(published.to_json())
    assert [dict(row) for row in published.rows] == document["rows"]
    assert list(published.rows[0]) == list(document["rows"][0])
    assert published.input == document["input"]
    assert (published.protocol, published.as_of.isoformat(), published.level) == (document["protocol"], document["as_of"], document["level"])
    assert [day.isoformat() for day in published.period] == [document["period"]["from"], document["period"]["to"]]


def test_rows_are_those_of_the_csv_report(published):
    lines = list(csv.DictReader(io.StringIO(published.to_csv())))
    assert [line["indicator"] for line in lines] == [row.indicator for row in published]
    assert list(lines[0]) == list(published.rows[0])


def test_a_row_is_found_by_its_names(published):
    assert published.row("positive_exit_rate/per_exit") == published.row("positive_exit_rate", variant="per_exit")
    assert published.row("status//ongoing") == published.row("status", category="ongoing")
    assert "positive_exit_rate/per_exit" in published and "positive_exit_rate/per_cent" not in published
    assert len(published) == len(published.rows) == len(list(published))
    assert repr(published.row("positive_exit_rate/per_exit")) == "<Row positive_exit_rate/per_exit 9/12 = 0.75>"
    assert all(published.row(row.name) == row for row in published)


def test_a_row_that_is_not_there_tells_what_is(published):
    with pytest.raises(KeyError, match="per_accompanied_exit"):
        published.row("positive_exit_rate", "per_cent")
    with pytest.raises(KeyError, match="'status' has: /ongoing, "):
        published.row("status")
    with pytest.raises(KeyError, match="'outcome/entry_cohort' has: /same_post, "):
        published.row("outcome", "entry_cohort", "promotion")
    with pytest.raises(KeyError, match="'outcome' has: entry_cohort, exits_of_period"):
        published.row("outcome", "promotion")
    with pytest.raises(KeyError, match="indicators: referrals, "):
        published.row("success")
    with pytest.raises(KeyError, match="no stratum"):
        published.row("referrals", by={"sex": "female"})
    with pytest.raises(KeyError):
        published.explain("success")


def test_strata_stand_beside_the_whole(cell):
    report = mt.report(cell, "aist43_cme", as_of=DAY, by=("sex", mt.StratumKey.year))
    assert report.strata[0] == {} and {"sex": "female", "year": "2020"} in report.strata
    parts = [report.row("referrals", by=by).value for by in report.strata[1:]]
    assert sum(parts) == report.row("referrals").value == 103
    assert report.row("referrals", by={"sex": "female", "year": "2020"}).by == {"sex": "female", "year": "2020"}
    assert mt.report(cell, "aist43_cme", as_of=DAY, by="sex, year").to_json() == report.to_json()


def test_a_register_already_replayed_gives_the_same_report(cell, published):
    cases = mt.replay(cell, "aist43_cme", as_of=DAY)
    assert mt.report(cases).to_json() == published.to_json()
    with pytest.raises(TypeError, match="from their replay"):
        mt.report(cases, as_of=DAY)


def test_threads_change_nothing(cell, published):
    assert mt.report(cell, "aist43_cme", as_of=DAY, threads=1).to_json() == published.to_json()


def test_a_protocol_may_be_given_itself(cell):
    report = mt.report(cell, mt.Protocol("aist43_cme"), as_of=DAY)
    assert report.row("positive_exit_rate/per_exit").value == 0.75


def test_an_explanation_lists_as_many_as_are_counted(published):
    for row in published.rows:
        if row.unit == mt.Unit.days or row.indicator in ("objective",) or row.variant == "persons":
            continue
        behind = published.explain(row.name)
        assert sum(episode.times for episode in behind.numerator) == row.numerator, row
        if row.denominator is not None and row.method != "garwood":
            assert sum(episode.times for episode in behind.denominator) == row.denominator, row
        assert {reason: sum(episode.times for episode in episodes) for reason, episodes in behind.excluded.items() if episodes} == row.excluded


def test_level_and_interval_are_those_asked_for(cell):
    narrow = mt.report(cell, "aist43_cme", as_of=DAY, level=0.5, interval="jeffreys").row("positive_exit_rate/per_exit")
    wide = mt.report(cell, "aist43_cme", as_of=DAY, level=0.99, interval="clopper_pearson").row("positive_exit_rate/per_exit")
    assert (narrow.method, wide.method) == ("jeffreys", "clopper_pearson")
    assert wide.lower < narrow.lower < 0.75 < narrow.upper < wide.upper


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ({"as_of": None}, TypeError, "needs as_of"),
        ({"as_of": "2020-11-12"}, TypeError, "as_of: found '2020-11-12', expected a datetime.date"),
        ({"as_of": datetime(2020, 11, 12, 9)}, TypeError, "expected a datetime.date"),
        ({"level": 95}, ValueError, "level"),
        ({"level": float("nan")}, ValueError, "level"),
        ({"interval": "wald"}, ValueError, "wilson, clopper_pearson or jeffreys"),
        ({"by": "age"}, ValueError, "found 'age', expected one of service"),
        ({"by": ["sex", "sex"]}, ValueError, "twice"),
        ({"from_": date(2021, 1, 1)}, ValueError, "ends before it begins"),
        ({"protocol": "aist44"}, ValueError, "aist44"),
    ],
)
def test_wrong_questions_are_refused(cell, wrong, error, words):
    with pytest.raises(error, match=words):
        mt.report(cell, **{"protocol": "aist43_cme", "as_of": DAY, **wrong})


def test_what_is_no_register_is_refused():
    with pytest.raises(TypeError, match="needs Events or Cases"):
        mt.report([], as_of=DAY)


def test_an_unknown_language_is_refused(published):
    with pytest.raises(ValueError, match="'de'"):
        published.to_text("de")
