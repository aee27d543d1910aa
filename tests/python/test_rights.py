"""What a person may ask for: a copy, a correction, an erasure, an objection, a restriction."""

import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2026, 4, 1)


def test_the_export_is_the_golden_one_and_that_of_the_command_line(ask, root, dossier, two_cases):
    person = mt.export_person(two_cases, "2026-014")
    assert person.to_json() == (root / "tests/golden/sharing/person.json").read_text(encoding="utf-8")
    assert ask("rights", "export", dossier, "--case", "2026-014") == person.to_json()
    later = mt.export_person(two_cases, "2026-014", as_of=date(2070, 1, 1))
    assert ask("rights", "export", dossier, "--case", "2026-014", "--as-of", "2070-01-01") == later.to_json()
    assert later.cases[0].retention == mt.Retention(0, None, None)


def test_the_export_holds_every_entry_as_it_was(two_cases):
    (case,) = mt.export_person(two_cases, "2026-014").cases
    assert list(case.entries) == two_cases.case_file("2026-014").entries == [entry for entry in two_cases if entry["case"] == "2026-014"]
    assert case.retention.kept_until == date(2066, 1, 5) and case.retention.why.text.text("en").startswith("Item of the occupational")
    assert two_cases.case_file("2026-014").export(date(2026, 2, 2)).to_json() == mt.export_person(two_cases, "2026-014").to_json()


def test_all_cases_of_the_worker_go_with_the_one_named():
    referral = '{{"case": "{}", "event": "referral", "on": "2024-03-01", "origin": "return_visit", "worker": "{}"}}\n'
    events = mt.read_events(referral.format(1, "w1") + referral.format(2, "w2") + referral.format(3, "w1"))
    assert [case.case for case in mt.export_person(events, "3").cases] == ["1", "3"]
    erasure = mt.erase_person(events, "1")
    assert [entry["case"] for entry in erasure.rest] == ["2"] and [one.case for one in erasure.tombstones.cases] == ["1", "3"]


def test_an_erasure_is_that_of_the_command_line(ask, root, tmp_path, dossier, two_cases):
    erasure = mt.erase_person(two_cases, "2026-014", as_of=DAY)
    assert erasure.tombstones.to_json() == (root / "tests/golden/sharing/tombstone.json").read_text(encoding="utf-8")
    asked = ["rights", "erase", dossier, "--case", "2026-014", "--as-of", DAY, "-o", tmp_path / "rest.jsonl"]
    assert ask(*asked) == erasure.tombstones.to_json()
    erasure.rest.write(tmp_path / "mine.jsonl")
    assert (tmp_path / "mine.jsonl").read_bytes() == (tmp_path / "rest.jsonl").read_bytes()
    assert len(two_cases.case_file("2026-014")) == 14


def test_a_tombstone_tells_what_was_kept_and_why(two_cases):
    (tombstone,) = mt.erase_person(two_cases, "2026-014", as_of=DAY).tombstones.cases
    assert (tombstone.case, tombstone.erased_on, tombstone.erased_entries) == ("2026-014", DAY, 12)
    assert tombstone.kept == (mt.KeptEntry(mt.Event.visit, date(2026, 1, 5)), mt.KeptEntry(mt.Event.action, date(2026, 1, 20)))
    assert tombstone.kept_until == date(2066, 1, 5) and "R4624-45-9" in tombstone.why.source


def test_a_file_alone_is_erased_alike(two_cases):
    file = two_cases.case_file("2026-014")
    erasure = file.erase(DAY)
    assert erasure.tombstones == mt.erase_person(two_cases, "2026-014", as_of=DAY).tombstones
    assert [entry["event"].value for entry in erasure.rest.entries] == ["visit", "action"] and len(file) == 14
    assert mt.CaseFile("1").erase(DAY).tombstones.cases[0].why is None


def test_a_correction_keeps_what_was_known_before():
    file = mt.CaseFile("1")
    assert file.admit("referral", date(2026, 1, 5), id="e1", origin="return_visit", consent=True)
    verdict = file.rectify("e1", date(2026, 1, 9), {"event": "referral", "on": date(2026, 1, 6), "origin": mt.Origin.pre_return_visit, "consent": True})
    assert verdict and len(file) == 2 and file.entries[1]["entry"]["on"] == date(2026, 1, 6)
    assert [entry["origin"] for entry in file.document(date(2026, 1, 9)).history] == ["pre_return_visit"]
    assert file.rectify("e1", date(2026, 1, 10)) and file.document(date(2026, 1, 10)).history == ()
    assert [entry["event"] for entry in file.export(date(2026, 1, 10)).cases[0].entries] == ["referral", "amendment", "amendment"]
    with pytest.raises(mt.DocumentError, match="/amends"):
        file.rectify("e9", date(2026, 1, 11))
    with pytest.raises(mt.DocumentError, match="origin"):
        file.rectify("e1", date(2026, 1, 11), {"event": "referral", "on": date(2026, 1, 6), "origin": "nowhere"})


def test_an_objection_takes_the_case_out_of_every_figure(tmp_path):
    file = mt.CaseFile("1")
    file.add("referral", date(2026, 1, 5), origin="return_visit", consent=True)
    entry = file.object_to(mt.ConsentScope.statistics, date(2026, 1, 9))
    assert file.entries[-1] == entry and (entry["scope"], entry["state"]) == (mt.ConsentScope.statistics, mt.ConsentState.refused)
    lines = json.loads(file.export(date(2026, 1, 9)).to_json())["cases"][0]["entries"]
    events = mt.read_events("".join(json.dumps(line) + "\n" for line in lines))
    assert mt.report(events, as_of=date(2026, 1, 9)).input["objected"] == 1
    with pytest.raises(ValueError, match="scope: found 'everything'"):
        file.object_to("everything", date(2026, 1, 9))
    with pytest.raises(TypeError, match="on: found"):
        file.object_to("statistics", "2026-01-09")


def test_a_restricted_file_is_only_kept(two_cases):
    file = two_cases.case_file("2026-014")
    entries = file.restrict(DAY)
    assert file.entries[-len(entries) :] == entries and {entry["event"] for entry in entries} == {"consent"}
    assert {entry["state"] for entry in entries if entry["scope"] == "referral"} == {"withdrawn"}
    after = date(2026, 4, 2)
    assert not file.is_restricted(DAY) and file.is_restricted(after) and file.restrict(after) == []
    assert not file.letter("relay_sheet", after) and file.view("partner", after, partner="cap_emploi").case is None


@pytest.mark.parametrize("act", [mt.export_person, mt.erase_person])
def test_wrong_questions_are_refused(two_cases, act):
    with pytest.raises(KeyError, match="2026-999"):
        act(two_cases, "2026-999")
    with pytest.raises(TypeError, match="as_of"):
        act(two_cases, "2026-014", as_of="2026-04-01")
    with pytest.raises(TypeError):
        act([], "2026-014")
