"""Events come in from files and spreadsheets; whatever is wrong is told at its place."""

import json
import pickle
from pathlib import Path

import pytest

import maintien as mt

LINE = '{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}\n'


def test_a_spreadsheet_of_a_cell_is_read(cell):
    assert (len(cell), cell.cases, cell.rejected, cell.skipped_empty_rows) == (262, 103, 0, 0)
    assert cell.unmapped_columns == ["Réf. adhérent", "Réf. courrier"]
    assert repr(cell) == "<Events: 262 events of 103 cases>"


def test_table_and_mapping_may_be_in_memory(table, mapping, cell):
    text = table.read_bytes().decode("windows-1252")
    document = json.loads(mapping.read_text(encoding="utf-8"))
    for rows, how in [(table.read_bytes(), document), (text, mapping.read_text(encoding="utf-8")), (str(table), str(mapping))]:
        assert list(mt.import_table(rows, how)) == list(cell)


def test_several_files_are_one_register(tmp_path):
    first, second = tmp_path / "first.jsonl", tmp_path / "second.csv"
    first.write_text(LINE)
    second.write_text("case;event;on;channel\n1;first_contact;05/03/2024;phone\n")
    events = mt.read_events(first, second)
    assert (len(events), events.cases) == (2, 1)
    assert [event["event"] for event in events] == ["referral", "first_contact"]


@pytest.mark.parametrize("name", ["events.jsonl", "events.csv", "events"])
def test_events_written_are_events_read(tmp_path, cell, name):
    cell.write(tmp_path / name)
    assert list(mt.read_events(tmp_path / name)) == list(cell)
    assert (tmp_path / name).read_text(encoding="utf-8").count("\n") == len(cell) + 1


def test_events_are_written_as_their_file_is_called(tmp_path):
    events = mt.read_events(LINE.encode())
    events.write(tmp_path / "events.csv")
    assert (tmp_path / "events.csv").read_text(encoding="utf-8") == "service,case,event,on,recorded_on,id,origin\n,1,referral,2024-03-01,,,return_visit\n"
    events.write(tmp_path / "events.jsonl")
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == '{"format": "maintien-events/1"}\n' + LINE


def test_a_name_that_csv_cannot_hold_is_refused(tmp_path):
    events = mt.read_events(LINE.replace('"1"', '"1 "').encode())
    with pytest.raises(mt.DocumentError, match="no blanks at its ends"):
        events.write(tmp_path / "events.csv")
    assert not (tmp_path / "events.csv").exists()
    events.write(tmp_path / "events.jsonl")
    assert list(mt.read_events(tmp_path / "events.jsonl")) == list(events)


def test_an_event_is_a_dict_in_the_order_of_the_format(cell):
    first = next(iter(cell))
    assert list(first)[:4] == ["service", "case", "event", "on"]
    assert first["event"] is mt.Event.referral and first["workforce"] is mt.Workforce._50_249 and first["on_sick_leave"] is False


def test_all_kinds_of_values_come_out_as_python_has_them():
    said = {"case": "1", "event": "appointment", "on": "2024-03-01", "id": "e1", "appointment_state": "planned", "day": "2024-03-08", "starts": "09:30",
            "appointment": 2, "in_working_time": True}  # fmt: skip
    plan = {"case": "1", "event": "action_plan", "on": "2024-03-09", "aspect": ["social", "medical"]}
    amendment = {"case": "1", "event": "amendment", "on": "2024-03-10", "amends": "e1",
                 "entry": {"event": "appointment", "on": "2024-03-01", "appointment_state": "cancelled"}}  # fmt: skip
    one, two, three = mt.read_events("\n".join(json.dumps(line) for line in (said, plan, amendment)))
    assert (one["day"].isoformat(), one["starts"].isoformat("minutes"), one["appointment"], one["in_working_time"]) == ("2024-03-08", "09:30", 2, True)
    assert two["aspect"] == ["medical", "social"] and two["aspect"][0] is mt.Aspect.medical
    assert three["entry"]["appointment_state"] is mt.AppointmentState.cancelled and "id" not in three["entry"]


def test_every_fault_is_told_at_its_place(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text("case;event;on;outcome;channel\n1;outcome;31/02/2024;death;\n2;outcome;01/03/2024;promotion;\n3;outcome\n4;outcome;01/03/2024;death;phone\n")
    with pytest.raises(mt.DocumentError) as caught:
        mt.read_events(path)
    places = [(problem.line, problem.column) for problem in caught.value.problems]
    assert places == [(2, 11), (3, 22), (4, 10), (5, 28)]
    assert [problem.found for problem in caught.value.problems[:2]] == ['"31/02/2024"', '"promotion"']
    assert caught.value.total == 4 and all(problem.file == str(path) and problem.expected for problem in caught.value.problems)
    assert str(caught.value).startswith(f"{path}:2:11: found ")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.problems, again.total) == (str(caught.value), caught.value.problems, 4)


def test_a_fault_is_a_value_error_with_a_pointer():
    with pytest.raises(ValueError) as caught:
        mt.read_events(LINE.replace("return_visit", "return_visti"))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.pointer, problem.found) == ("<text>", 1, "/origin", '"return_visti"')
    assert "return_visit" in problem.expected


def test_rejects_leave_out_whole_cases(tmp_path):
    path, rejects = tmp_path / "events.jsonl", tmp_path / "rejects.csv"
    path.write_text(LINE + LINE.replace('"1"', '"2"') + '{"case": "1", "event": "outcome", "on": "2024-04-01", "outcome": "promotion"}\n')
    events = mt.read_events(path, rejects=rejects)
    assert (len(events), events.rejected, events.rejected_rows) == (1, 1, 2)
    assert rejects.read_text(encoding="utf-8").splitlines()[0] == "line,column,found,expected,row"
    assert "promotion" in rejects.read_text(encoding="utf-8")


def test_a_mistyped_status_is_not_an_ongoing_case(table, mapping):
    rows = table.read_bytes().replace("En cours".encode(), "En corus".encode(), 1)
    with pytest.raises(mt.DocumentError, match="En corus"):
        mt.import_table(rows, mapping)


def test_a_mapping_is_checked_too(table):
    with pytest.raises(mt.DocumentError) as caught:
        mt.import_table(table, {"format": "maintien-mapping/1", "case": "N° dossier", "events": [{"event": "referal", "on": "Date signalement"}]})
    assert caught.value.problems[0].pointer == "/events/0/event"


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    with pytest.raises(mt.DocumentError, match="missing.jsonl"):
        mt.read_events(tmp_path / "missing.jsonl")


@pytest.mark.parametrize("paths", [(), (3,), (None,)])
def test_what_is_no_document_is_a_type_error(paths):
    with pytest.raises(TypeError):
        mt.read_events(*paths)


def test_the_number_of_threads_changes_nothing(table, mapping, cell):
    assert list(mt.import_table(Path(table), mapping, threads=1)) == list(cell)
