"""What is due, by whom, by when: rows as values, columns, and the very bytes of the command line."""

import dataclasses
import json
import pickle
from datetime import date, datetime

import pytest

import maintien as mt

DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def agenda(invented):
    return mt.agenda(invented[0], as_of=DAY)


def said(item: mt.AgendaItem) -> dict:
    """An item as the document writes it."""
    return json.loads(json.dumps(dataclasses.asdict(item), default=lambda day: day.isoformat()))


@pytest.mark.parametrize(
    ("protocol", "question"),
    [("common_core", {}), ("aist63_cme", {"within": 7}), ("ast_btp_ain", {"within": 0, "region": "alsace_moselle"}), ("aist43_cme", {"within": 3660})],
)
def test_documents_are_those_of_the_command_line(ask, invented, protocol, question):
    events, path = invented
    options = [part for name, value in question.items() for part in (f"--{name}", value)]
    agenda = mt.agenda(events, protocol, as_of=DAY, **question)
    asked = ["agenda", path, "--protocol", protocol, "--as-of", DAY, *options]
    assert ask(*asked, "--format", "json") == agenda.to_json()
    assert ask(*asked, "--format", "csv") == agenda.to_csv()
    for lang in ("fr", "en"):
        assert ask(*asked, "--lang", lang) == agenda.to_text(lang)


def test_rows_are_those_of_the_document_in_its_order(agenda):
    assert len(agenda) > 100 and {item.rule for item in agenda} > {"caseload", "follow_up"}
    assert [said(item) for item in agenda] == json.loads(agenda.to_json())["items"]


def test_the_golden_agenda_is_made_again(root):
    golden = root / "tests/golden/agenda"
    monday = mt.agenda(mt.read_events(golden / "monday.jsonl"), as_of=date(2024, 3, 11))
    assert monday.to_json() == (golden / "monday.json").read_text(encoding="utf-8")
    assert monday.to_text("fr") == (golden / "monday.txt").read_text(encoding="utf-8")


def test_fields_are_typed(agenda):
    for item in agenda:
        assert isinstance(item.who, mt.Actor) and isinstance(item.title, mt.Text) and item.title.text("en") == item.title.en
        assert item.due is None or isinstance(item.due, date)
    assert {item.case for item in agenda if item.rule == "caseload"} == {None}
    first = agenda[0]
    assert first.late_days == (DAY - first.due).days > 0 and pickle.loads(pickle.dumps(first)) == first


def test_columns_are_the_fields_of_the_rows(agenda):
    assert agenda.columns == tuple(field.name for field in dataclasses.fields(mt.AgendaItem))
    for name in agenda.columns:
        assert agenda.column(name) == [getattr(item, name) for item in agenda]
    with pytest.raises(KeyError, match="no column 'size'"):
        agenda.column("size")


def test_an_agenda_is_a_sequence(agenda):
    assert agenda[-1] == list(agenda)[-1] and agenda[len(agenda) - 1] == agenda[-1]
    for index in (len(agenda), -len(agenda) - 1):
        with pytest.raises(IndexError):
            agenda[index]
    assert (agenda.protocol, agenda.as_of) == ("common_core", DAY)
    assert repr(agenda) == f"<Agenda under common_core as of 2024-12-31: {len(agenda)} items>"
    assert len(mt.agenda(mt.read_events(b'{"format": "maintien-events/1"}\n'), as_of=DAY)) == 0


def test_a_case_alone_has_its_rows_of_the_register(two_cases):
    day = date(2026, 2, 10)
    file = two_cases.case_file("2026-014")
    of_register = [item for item in mt.agenda(two_cases, as_of=day) if item.case == "2026-014"]
    assert list(file.agenda(day)) == of_register == list(file.document(day).agenda) and len(of_register) == 2
    assert [item.rule for item in file.agenda(day, within=15)] == ["relay_unanswered"]
    assert json.loads(file.agenda(day).to_json())["items"] == [said(item) for item in of_register]


def test_threads_change_nothing(invented, agenda):
    assert mt.agenda(invented[0], as_of=DAY, threads=1).to_json() == agenda.to_json()


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({}, TypeError, None),
        ({"as_of": "2024-12-31"}, TypeError, "as_of: found '2024-12-31', expected a datetime.date"),
        ({"as_of": datetime(2024, 12, 31)}, TypeError, "as_of"),
        ({"as_of": DAY, "within": -1}, ValueError, "within: found -1"),
        ({"as_of": DAY, "within": 4000}, ValueError, "within: found 4000"),
        ({"as_of": DAY, "region": "corse"}, ValueError, "region: found 'corse', expected one of metropolitan, alsace_moselle"),
        ({"as_of": DAY, "region": 3}, TypeError, "region: found 3, expected a code of holiday_region"),
        ({"as_of": DAY, "protocol": "aist44"}, ValueError, "common_core/1"),
    ],
)
def test_wrong_questions_are_refused(invented, arguments, error, text):
    with pytest.raises(error, match=text):
        mt.agenda(invented[0], **arguments)


def test_languages_are_two(agenda):
    with pytest.raises(ValueError, match="language: found 'de'"):
        agenda.to_text("de")
