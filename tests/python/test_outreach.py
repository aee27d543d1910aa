"""Collective actions of a period, and what proves them."""

import json
from datetime import date

import pytest

import maintien as mt

YEAR = {"from_": date(2024, 1, 1), "to": date(2024, 12, 31)}


@pytest.fixture(scope="module")
def actions(root):
    return root / "examples/data/actions.jsonl"


@pytest.fixture(scope="module")
def report(actions):
    return mt.outreach(actions, **YEAR)


@pytest.mark.parametrize("period", [YEAR, {"from_": date(2024, 6, 1), "to": date(2024, 6, 30)}, {"from_": date(2030, 1, 1), "to": date(2030, 1, 1)}])
def test_documents_are_those_of_the_command_line(ask, actions, period):
    report = mt.outreach(actions, **period)
    asked = ["outreach", actions, "--from", period["from_"], "--to", period["to"]]
    assert ask(*asked, "--format", "json") == report.to_json()
    assert ask(*asked, "--format", "csv") == report.to_csv()
    for lang in ("fr", "en"):
        assert ask(*asked, "--lang", lang) == report.to_text(lang)


def test_rows_are_those_of_the_document(report):
    said = json.loads(report.to_json())
    for row, wanted in zip(report.rows, said["rows"], strict=True):
        assert {name: getattr(row, name) for name in wanted} == wanted
    assert report.period == (YEAR["from_"], YEAR["to"]) and repr(report) == "<OutreachReport 2024-01-01 to 2024-12-31: 5 actions>"


def test_a_figure_is_found_by_its_name(report):
    assert report.row("participants").value == 108
    assert report.row("events_by_kind", mt.OutreachKind.tool).sources == {"document": 1}
    with pytest.raises(KeyError, match="no row participants/everybody; there are: events, events_by_kind/information_meeting"):
        report.row("participants", "everybody")


def test_a_share_of_nothing_is_null_with_its_reason(actions):
    documented = mt.outreach(actions, from_=date(2030, 1, 1), to=date(2030, 1, 1)).row("documented")
    assert documented.value is None and documented.null_reason is mt.NullReason.denominator_zero


def test_actions_and_changes_are_typed(report):
    meeting, tool = report.actions[0], report.actions[3]
    assert meeting.outreach_kind is mt.OutreachKind.information_meeting and meeting.on == date(2024, 2, 8)
    assert meeting.audience == (mt.ParticipantKind.employers, mt.ParticipantKind.branch_representatives)
    assert meeting.participants == {mt.ParticipantKind.employers: 23, mt.ParticipantKind.branch_representatives: 4}
    assert tool.participants is None and tool.deliverable == "Livret de 12 pages" and tool.source_documents == (mt.SourceDocument.document,)
    assert [change.on for change in report.log] == [date(2024, 1, 18), date(2024, 4, 2), date(2024, 6, 3)]


def test_wrong_questions_are_refused(actions):
    with pytest.raises(ValueError, match="from_: the period ends before it begins"):
        mt.outreach(actions, from_=date(2024, 2, 1), to=date(2024, 1, 1))
    with pytest.raises(TypeError, match="to: found"):
        mt.outreach(actions, from_=date(2024, 2, 1), to="2024-03-01")
    with pytest.raises(mt.DocumentError) as caught:
        mt.outreach('{"action": "1", "title": "t", "outreach_kind": "party", "on": "2024-02-30"}\n', **YEAR)
    assert {problem.pointer for problem in caught.value.problems} == {"/outreach_kind", "/on"}
