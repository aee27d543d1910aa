"""What is pickled is the same when it comes back, whatever process it went to."""

import copy
import pickle
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)


def there_and_back(value):
    return pickle.loads(pickle.dumps(value))


def test_events(invented, two_cases, cell):
    for events in (invented[0], two_cases, cell):
        again = there_and_back(events)
        assert list(again) == list(events)
        assert (again.cases, again.rejected, again.unmapped_columns) == (events.cases, events.rejected, events.unmapped_columns)


def test_events_keep_what_was_rejected(tmp_path):
    line = '{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}\n\n{"case": "2", "event": "entry"}\n'
    events = mt.read_events(line, rejects=tmp_path / "rejects.csv")
    again = there_and_back(events)
    assert (again.rejected, again.rejected_rows, again.skipped_empty_rows, again.remarks) == (1, 1, 1, events.remarks)


@pytest.mark.parametrize("protocol", ["common_core", "ast_btp_ain/1", "examples/data/notre_cellule.protocol.json"])
def test_cases(invented, root, protocol, monkeypatch):
    monkeypatch.chdir(root)
    cases = mt.replay(invented[0], protocol, as_of=DAY, known_on=date(2024, 11, 1))
    again = there_and_back(cases)
    assert again.episodes() == cases.episodes() and again.protocol == cases.protocol
    assert mt.report(again).to_json() == mt.report(cases).to_json()


def test_copies(invented):
    assert list(copy.deepcopy(invented[0])) == list(copy.copy(invented[0])) == list(invented[0])


# ---- reports --------------------------------------------------------------------------------------


QUESTIONS = {
    "of events": {},
    "divided": {"by": ["service", "year"], "known_on": date(2024, 11, 1), "level": 0.9},
    "to be published": {"min_count": 5, "by": "sex"},
    "beside a reference": {"reference": "examples/data/reference.json"},
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_report_comes_back_with_every_figure(question, invented, root, monkeypatch):
    monkeypatch.chdir(root)
    report = mt.report(invented[0], "aist43_cme", as_of=DAY, **question)
    again = there_and_back(report)
    assert again == report and hash(again) == hash(report) and repr(again) == repr(report)
    assert (again.to_json(), again.to_csv()) == (report.to_json(), report.to_csv())
    assert [again.to_text(one) for one in ("fr", "en")] == [report.to_text(one) for one in ("fr", "en")]
    assert again.rows == report.rows and again.strata == report.strata and again.data_quality == report.data_quality
    assert (again.min_count, again.level, again.reference, again.period) == (report.min_count, report.level, report.reference, report.period)
    assert mt.to_html(again, "en") == mt.to_html(report, "en")
    assert there_and_back(again) == report


def test_a_pickled_report_of_a_state_and_of_a_span(invented):
    state = mt.state(invented[0], as_of=DAY, from_=date(2024, 1, 1))
    assert there_and_back(mt.report(state)) == mt.report(state)
    for report in mt.trend(invented[0], as_of=DAY, from_=date(2023, 1, 1), every="year"):
        assert there_and_back(report) == report


def test_a_pickled_report_is_drawn_as_before(invented):
    report = mt.report(invented[0], as_of=DAY, by="service")
    for draw in (mt.plot.outcomes, mt.plot.retention, mt.plot.stage_delays, mt.plot.service_funnel):
        one, other = draw(report), draw(there_and_back(report))
        assert [text.get_text() for text in one.texts] == [text.get_text() for text in other.texts]


def test_what_a_pickled_report_cannot_do_it_refuses(invented):
    report = mt.report(invented[0], as_of=DAY)
    again = there_and_back(report)
    assert again.audit is None and report.explain("referrals").numerator
    with pytest.raises(ValueError, match="explain: this report keeps no cases, for a pickle takes none along"):
        again.explain("referrals")
    published = mt.report(invented[0], as_of=DAY, min_count=5)
    assert published.audit is not None
    with pytest.raises(ValueError, match="audit: a pickle takes none along"):
        _ = there_and_back(published).audit
    number = next(iter(invented[0]))["case"]
    assert number.encode() in pickle.dumps(invented[0]) and number.encode() not in pickle.dumps(report)


def test_equal_reports(invented):
    report = mt.report(invented[0], as_of=DAY)
    assert report == mt.report(mt.replay(invented[0], as_of=DAY)) and report != mt.report(invented[0], as_of=date(2024, 12, 30))
    assert report != report.to_json() and report != 3 and len({report, mt.report(invented[0], as_of=DAY)}) == 1
    assert copy.copy(report).explain("referrals").numerator == copy.deepcopy([report])[0].explain("referrals").numerator
