"""Reports side by side: what moved between two days of knowledge, and how figures went over time; the program's bytes."""

import json
from datetime import date, timedelta

import pytest

import maintien as mt

AS_OF, FIRST, SECOND = date(2024, 6, 30), date(2024, 6, 15), date(2024, 12, 31)


@pytest.fixture(scope="module")
def revision(invented):
    return mt.revise(invented[0], as_of=AS_OF, known_on=FIRST, and_=SECOND)


def test_a_revision_is_the_same_bytes(ask, invented, revision):
    asked = ["revise", invented[1], "--protocol", "common_core", "--as-of", AS_OF, "--known-on", FIRST, "--and", SECOND]
    assert ask(*asked, "--format", "json") == revision.to_json()
    assert ask(*asked, "--lang", "en") == revision.to_text("en")


def test_a_revision_tells_what_moved_and_by_whom(invented, revision):
    document = json.loads(revision.to_json())
    assert (revision.figures, revision.moved, len(revision.rows)) == (document["figures"], document["moved"], len(document["rows"]))
    assert (revision.as_of, revision.known_on, revision.and_) == (AS_OF, FIRST, SECOND)
    before, after = (mt.report(invented[0], as_of=AS_OF, known_on=day, from_=revision.period[0]) for day in (FIRST, SECOND))
    assert revision.moved > 0
    for moved in revision.rows:
        name = "/".join((moved.indicator, moved.variant or "", moved.category or ""))
        assert moved.after.value == after.row(name).value
        if moved.indicator != "service_comparison":
            assert moved.before.value == before.row(name).value
    entered = [moved for moved in revision.rows if moved.indicator == "referrals" and moved.variant is None]
    for moved in entered:
        assert moved.after.numerator - moved.before.numerator == sum(one.times for one in moved.numerator.entered) - sum(one.times for one in moved.numerator.left)


def test_days_of_knowledge_come_in_order(invented):
    with pytest.raises(ValueError, match="expected a day after known_on"):
        mt.revise(invented[0], as_of=AS_OF, known_on=FIRST, and_=FIRST)


@pytest.mark.parametrize("every", ["month", "quarter", mt.Every.year])
def test_a_trend_is_the_same_bytes(ask, invented, every):
    trend = mt.trend(invented[0], as_of=SECOND, from_=date(2024, 1, 1), every=every, by="sex")
    asked = ["trend", invented[1], "--protocol", "common_core", "--as-of", SECOND, "--from", "2024-01-01", "--every", every]
    assert ask(*asked, "--by", "sex", "--format", "json") == trend.to_json()
    assert ask(*asked, "--by", "sex", "--format", "csv") == trend.to_csv()
    assert ask(*asked, "--lang", "en") == mt.trend(invented[0], as_of=SECOND, from_=date(2024, 1, 1), every=every).to_text("en")


def test_each_span_of_a_trend_is_a_report(invented):
    trend = mt.trend(mt.replay(invented[0], as_of=SECOND), from_=date(2023, 1, 1), every="year")
    assert (len(trend), trend.every, trend.period) == (2, mt.Every.year, (date(2023, 1, 1), SECOND))
    assert trend[-1].period == (date(2024, 1, 1), SECOND) and trend[0].period[1] + timedelta(days=1) == trend[1].period[0]
    alone = mt.report(invented[0], as_of=SECOND, from_=date(2024, 1, 1))
    assert trend[1].to_json() == alone.to_json()
    assert trend[1].explain("referrals").numerator == alone.explain("referrals").numerator
    assert repr(trend) == "<Trend common_core as of 2024-12-31: 2 years>"
    with pytest.raises(IndexError):
        trend[2]


def test_over_days_each_report_is_the_one_asked_for_that_day(ask, invented):
    trend = mt.trend(invented[0], as_of=SECOND, from_=date(2023, 1, 1), every="quarter", over="days")
    asked = ["trend", invented[1], "--protocol", "common_core", "--as-of", SECOND, "--from", "2023-01-01", "--every", "quarter", "--over", "days"]
    assert ask(*asked, "--format", "json") == trend.to_json()
    assert ask(*asked, "--lang", "fr") == trend.to_text("fr")
    assert (len(trend), trend.over) == (8, mt.TrendOver.days)
    for report in trend:
        alone = mt.report(invented[0], as_of=report.as_of, from_=date(2023, 1, 1))
        assert report.to_json() == alone.to_json()
        assert report.explain("referrals").numerator == alone.explain("referrals").numerator


def test_a_trend_can_be_standardised(ask, invented, root):
    reference = root / "examples/data/reference.json"
    trend = mt.trend(invented[0], as_of=SECOND, from_=date(2024, 1, 1), every="year", reference=reference)
    assert trend[0].reference == json.loads(reference.read_text(encoding="utf-8"))["title"]
    asked = ["trend", invented[1], "--protocol", "common_core", "--as-of", SECOND, "--from", "2024-01-01", "--every", "year", "--reference", reference]
    assert ask(*asked, "--format", "json") == trend.to_json()


def test_a_span_that_is_none_is_refused(invented):
    with pytest.raises(ValueError, match="every: found 'week', expected one of month, quarter, year"):
        mt.trend(invented[0], as_of=SECOND, every="week")
