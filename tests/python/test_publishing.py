"""What leaves a service: small numbers hidden, what was published before taken into account, rates on a population; the program's bytes throughout."""

import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2020, 11, 12)
ASKED = ["--protocol", "aist43_cme", "--as-of", "2020-11-12"]


@pytest.fixture(scope="module")
def cell_file(cell, tmp_path_factory):
    path = tmp_path_factory.mktemp("cell") / "events.jsonl"
    cell.write(path)
    return path


@pytest.mark.parametrize(("options", "question"), [(["--min-count", "5"], {"min_count": 5}), (["--public", "--by", "sex"], {"public": True, "by": "sex"})])
def test_a_report_to_be_published_is_the_same_bytes(ask, tmp_path, cell, cell_file, options, question):
    report = mt.report(cell, "aist43_cme", as_of=DAY, **question)
    assert ask("report", cell_file, *ASKED, *options, "--format", "json", "--audit", tmp_path / "audit.json") == report.to_json()
    assert (tmp_path / "audit.json").read_text(encoding="utf-8") == report.audit.to_json()
    assert ask("report", cell_file, *ASKED, *options, "--lang", "en") == report.to_text("en")
    assert report.audit.min_count == report.min_count > 1
    assert {row.null_reason for row in report if row.value is None} >= {mt.NullReason.suppressed}


def test_the_audit_tells_what_is_hidden(cell):
    audit = mt.report(cell, "aist43_cme", as_of=DAY, min_count=5).audit
    assert audit.figures["primary"] + audit.figures["secondary"] + audit.figures["withheld"] == len(audit.rows)
    assert {one.method for row in audit.rows for one in row.protects} <= {"exact", "neighbourhood", "none"}
    assert (audit.period[1], audit.as_of, audit.by, audit.earlier) == (DAY, DAY, (), {"releases": 0, "stale": 0})
    assert audit.input == tuple(json.loads(audit.to_json())["input"])


def test_a_report_that_hides_nothing_has_no_audit(cell, published):
    assert published.audit is None and published.min_count == 1
    assert mt.report(cell, "aist43_cme", as_of=DAY, min_count=1).to_json() == published.to_json()


@pytest.mark.parametrize(("language", "title"), [("fr", "Moyenne dans les 90 premiers jours"), ("en", "Mean within the first 90 days")])
def test_a_hidden_figure_is_called_as_when_it_is_shown(language, title):
    report = mt.report(mt.simulate(cases=60, seed=6), as_of=date(2024, 12, 31), min_count=11)
    assert report.row("days_in_cell/rmst/90").null_reason == mt.NullReason.suppressed
    assert title in report.to_text(language) and "{" not in report.to_text(language)


def test_hidden_numbers_of_the_heading_are_none(cell):
    report = mt.report(cell, "aist43_cme", as_of=DAY, public=True)
    document = json.loads(report.to_json())
    assert report.input == document["input"]
    assert report.data_quality == document["data_quality"]


def test_a_report_to_be_published_lists_no_cases(cell):
    with pytest.raises(ValueError, match="keeps no cases"):
        mt.report(cell, "aist43_cme", as_of=DAY, public=True).explain("referrals")


def test_a_ledger_grows_as_the_program_s(ask, tmp_path, cell, cell_file):
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    for month in (9, 10):
        day = date(2020, month, 30)
        report = mt.report(cell, "aist43_cme", as_of=day, min_count=5, ledger=ours)
        printed = ask("report", cell_file, "--protocol", "aist43_cme", "--as-of", day, "--min-count", 5, "--ledger", theirs, "--format", "json")
        assert printed == report.to_json()
        assert ours.read_bytes() == theirs.read_bytes()
    assert report.audit.earlier["releases"] == 1
    ours.write_text("{}")
    with pytest.raises(mt.DocumentError, match="ours.json"):
        mt.report(cell, "aist43_cme", as_of=DAY, min_count=5, ledger=ours)
    assert ours.read_text() == "{}"


def test_a_state_is_published_too(ask, tmp_path, cell):
    state = mt.state(cell, "aist43_cme", as_of=DAY)
    state.write(tmp_path / "state.json")
    report = mt.report(state, min_count=5)
    assert ask("report", "--from-state", tmp_path / "state.json", "--min-count", 5, "--format", "json") == report.to_json()
    with pytest.raises(ValueError, match="cannot go with a State"):
        mt.report(state, min_count=5, ledger=tmp_path / "ledger.json")
    assert not (tmp_path / "ledger.json").exists()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"min_count": 0}, "found 0, expected a whole number from 1"),
        ({"public": True, "min_count": 5}, "one of the two"),
        ({"ledger": "ledger.json"}, "goes with min_count or public"),
    ],
)
def test_what_contradicts_itself_is_refused(cell, question, words):
    with pytest.raises(ValueError, match=words):
        mt.report(cell, "aist43_cme", as_of=DAY, **question)


def test_rates_on_a_population_are_the_same_bytes(ask, root, cell, cell_file):
    path = root / "examples/data/reference.json"
    report = mt.report(cell, "aist43_cme", as_of=DAY, reference=path)
    assert ask("report", cell_file, *ASKED, "--reference", path, "--format", "json") == report.to_json()
    document = json.loads(path.read_text(encoding="utf-8"))
    assert report.reference == document["title"]
    for form in (document, path.read_text(encoding="utf-8"), path.read_bytes(), str(path)):
        assert mt.report(cell, "aist43_cme", as_of=DAY, reference=form).to_json() == report.to_json()
    assert mt.report(mt.state(cell, "aist43_cme", as_of=DAY), reference=path).to_json() == report.to_json()


def test_a_population_is_read_strictly(cell):
    with pytest.raises(mt.DocumentError) as caught:
        mt.report(cell, as_of=DAY, reference={"format": "maintien-reference/1", "title": "x", "cells": [{"age_band": "young", "sector": "A", "weight": 1}]})
    assert caught.value.problems[0].pointer == "/cells/0/age_band"


def test_the_quality_of_the_data_is_that_of_the_document(published):
    document = json.loads(published.to_json())["data_quality"]
    assert published.data_quality == document
    assert published.data_quality["deviations"][mt.Severity.unrecorded] == 103


def test_an_explanation_is_the_program_s(ask, cell_file, published):
    behind = published.explain("positive_exit_rate/per_exit")
    asked = ["report", cell_file, *ASKED, "--explain", "positive_exit_rate/per_exit"]
    assert ask(*asked, "--format", "json") == behind.to_json()
    assert ask(*asked, "--lang", "en") == behind.to_text("en")
    assert behind.name == "positive_exit_rate/per_exit" and len(behind.denominator) == 12
