"""What the protocol would not have allowed, each with every reason."""

import dataclasses
import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def deviations(invented):
    return mt.check(invented[0], "aist63_cme", as_of=DAY)


def said(one: mt.Deviation) -> dict:
    """A deviation as the document writes it."""
    reasons = [
        {"condition": r.condition, "why": r.why, "source": r.source or None, "text": {"fr": r.fr, "en": r.en}, "lifted_by": r.lifted_by, "earliest": r.earliest}
        for r in one.reasons
    ]
    members = {field.name: getattr(one, field.name) for field in dataclasses.fields(one)} | {"reasons": reasons}
    return json.loads(json.dumps(members, default=lambda day: day.isoformat()))


def test_documents_are_those_of_the_command_line(ask, invented, deviations):
    asked = ["check", invented[1], "--protocol", "aist63_cme", "--as-of", DAY]
    assert ask(*asked, "--format", "json", status=1) == deviations.to_json()
    for lang in ("fr", "en"):
        assert ask(*asked, "--lang", lang, status=1) == deviations.to_text(lang)


def test_rows_are_those_of_the_document_in_its_order(deviations):
    wanted = json.loads(deviations.to_json())["deviations"]
    assert len(deviations) == len(wanted) > 20
    told = [said(one) for one in deviations]
    for mine, theirs in zip(told, wanted, strict=True):
        # The document may say more of a reason than its words.
        mine["reasons"] = [theirs_one | mine_one for mine_one, theirs_one in zip(mine["reasons"], theirs["reasons"], strict=True)]
    assert told == wanted


def test_columns_are_the_fields_of_the_rows(deviations):
    for name in deviations.columns:
        assert deviations.column(name) == [getattr(one, name) for one in deviations]
    assert {*deviations.column("severity")} == {*mt.Severity} and deviations.column("event")[0] in mt.Event
    with pytest.raises(KeyError, match="no column 'size'"):
        deviations.column("size")


def test_counts_are_those_of_the_replay(invented, deviations):
    replayed = mt.replay(invented[0], "aist63_cme", as_of=DAY)
    # A list for quality control looks at those who object to statistics too.
    counted = {(episode["service"], episode["case"]) for episode in replayed.episodes()}
    listed = [one.severity for one in deviations if (one.service, one.case) in counted]
    assert listed.count(mt.Severity.violation) == replayed.deviations[mt.Severity.violation] > 0


def test_the_day_is_the_latest_of_the_register_unless_given(ask, two_cases, dossier):
    deviations = mt.check(two_cases)
    assert deviations.as_of == date(2026, 2, 2) and len(deviations) == 0
    assert ask("check", dossier, "--protocol", "common_core", "--format", "json") == deviations.to_json()


def test_a_list_tells_what_it_is(deviations):
    assert (deviations.protocol, deviations.as_of) == ("aist63_cme", DAY)
    assert repr(deviations) == f"<Deviations from aist63_cme as of 2024-12-31: {len(deviations)} deviations>"
    assert deviations[-1] == list(deviations)[-1]
    with pytest.raises(IndexError):
        deviations[len(deviations)]
    with pytest.raises(ValueError, match="language"):
        deviations.to_text("de")
    with pytest.raises(TypeError, match="as_of"):
        mt.check(mt.simulate(cases=1), as_of="2024-12-31")
