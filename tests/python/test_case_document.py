"""One case: whole, and as each reader may see it."""

import dataclasses
import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2026, 2, 10)
READERS = [(role, None) for role in mt.AudienceRole] + [("partner", "cap_emploi"), ("partner", "mdph")]


@pytest.fixture(scope="module")
def document(two_cases):
    return mt.case(two_cases, "2026-014", as_of=DAY)


def asked_view(ask, dossier, case, audience, partner, *more):
    towards = ["--partner", partner] if partner else []
    return ask("case", dossier, "--case", case, "--protocol", "common_core", "--as-of", DAY, "--audience", audience, *towards, *more)


def test_the_whole_case_is_the_document_of_the_command_line(ask, root, dossier, document):
    assert document.to_json() == (root / "tests/golden/sharing/case.json").read_text(encoding="utf-8")
    asked = ["case", dossier, "--case", "2026-014", "--protocol", "common_core", "--as-of", DAY]
    assert document.to_json() == ask(*asked, "--format", "json")
    for lang in ("fr", "en"):
        assert document.to_text(lang) == ask(*asked, "--lang", lang)


def test_its_fields_are_typed(document):
    (episode,) = document.episodes
    assert episode.stage is mt.Stage.in_support and episode.outcome is None and episode.follow_up == {}
    assert set(episode.milestones) == set(mt.Milestone) and episode.milestones[mt.Milestone.entry] == date(2026, 1, 20)
    assert (document.service, document.case, document.as_of) == ("sst-demo", "2026-014", DAY)
    cap_emploi = next(line for line in document.consents if line.partner)
    assert cap_emploi == mt.ConsentLine(mt.ConsentScope.partner_exchange, mt.Actor.worker, mt.Partner.cap_emploi, mt.ConsentStanding.live, date(2026, 1, 20), None)
    assert document.agenda[0].due == date(2026, 2, 21)
    assert {field.name for field in dataclasses.fields(document)} == set(json.loads(document.to_json())) - {"format"}


def test_its_history_and_its_answers_are_those_of_the_file(two_cases, document):
    file = two_cases.case_file("2026-014")
    assert len(document.history) == len(file) == 14
    assert all(entry in file.entries for entry in document.history)
    assert isinstance(document.history[0]["event"], mt.Event) and document.history[8]["aspect"] == [mt.Aspect.medical, mt.Aspect.professional]
    assert list(document.possible) == file.possible(DAY) and list(document.blocked) == file.blocked(DAY)
    assert [one["event"] for one in json.loads(document.to_json())["blocked"]] == [one.event for one in document.blocked]
    assert list(document.consents) == file.consents(DAY)
    assert file.document(DAY) == document and file.document(DAY).to_json() == document.to_json()


def test_follow_up_windows_have_days():
    file = mt.CaseFile("1")
    file.add("referral", date(2023, 1, 2), origin="return_visit", consent=True)
    file.add("entry", date(2023, 1, 10))
    file.add("outcome", date(2023, 3, 1), outcome="adapted_post")
    windows = file.document(date(2024, 1, 1)).episodes[0].follow_up
    assert windows[12] == mt.FollowUpWindow(date(2024, 1, 31), date(2024, 3, 1), date(2024, 5, 30), None) and set(windows) == {12, 24}


@pytest.mark.parametrize(("audience", "partner"), READERS)
@pytest.mark.parametrize("case", ["2026-014", "2026-021"])
def test_views_are_those_of_the_command_line(ask, dossier, two_cases, case, audience, partner):
    view = mt.view(two_cases, case, audience=audience, partner=partner, as_of=DAY)
    assert view.to_json() == asked_view(ask, dossier, case, audience, partner, "--format", "json")
    assert view.to_text("en") == asked_view(ask, dossier, case, audience, partner, "--lang", "en")
    assert two_cases.case_file(case).view(audience, DAY, partner=partner) == view
    said = json.loads(view.to_json())
    assert [entry["event"] for entry in said.get("history", [])] == [entry["event"] for entry in view.history]
    assert {name: str(value) for name, value in said.get("about", {}).items()} == {name: str(value) for name, value in view.about.items()}
    assert view.audience is mt.AudienceRole(audience) and len(view.consents) == len(said.get("consents", []))


def test_golden_views_are_made_again(root, two_cases):
    for reader, partner in (("employer", None), ("cell", None), ("statistician", None), ("partner", "cap_emploi")):
        golden = root / f"tests/golden/sharing/view_{reader}.json"
        assert mt.view(two_cases, "2026-014", audience=reader, partner=partner, as_of=DAY).to_json() == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", ["employer", "partner", "public"])
def test_a_case_of_which_nothing_is_for_a_reader_outside_looks_like_no_case(two_cases, audience):
    there, nowhere = (mt.view(two_cases, case, audience=audience, as_of=DAY) for case in ("2026-021", "2026-999"))
    assert there == nowhere and there.to_json() == nowhere.to_json() and there.case is None and repr(there).endswith("nothing to show>")


def test_views_that_differ_in_what_is_hidden_are_equal(two_cases):
    file = two_cases.case_file("2026-014")
    before = file.view("employer", DAY)
    file.add("visit", date(2026, 2, 1), visit_kind="periodic_visit")
    assert file.view("employer", DAY) == before and file.view("worker", DAY) != before


def test_a_case_is_found_by_number_and_service(two_cases):
    lines = "".join(f'{{"case": "1", "event": "first_contact", "on": "2026-01-01", "channel": "phone", "service": "{service}"}}\n' for service in "ab")
    events = mt.read_events(lines)
    assert events.case_file("1", service="b").service == "b" and events.case_file("1", "a").entries[0]["service"] == "a"
    for ask_it in (lambda: events.case_file("1"), lambda: mt.case(events, "1", as_of=DAY), lambda: mt.view(events, "1", audience="cell", as_of=DAY)):
        with pytest.raises(ValueError, match="found '1' in 2 services, expected service too"):
            ask_it()
    for ask_it in (lambda: two_cases.case_file("2026-999"), lambda: mt.case(two_cases, "2026-999", as_of=DAY), lambda: mt.view(two_cases, "2026-999", audience="cell", as_of=DAY)):
        with pytest.raises(KeyError, match="no case '2026-999'"):
            ask_it()


def test_readers_outside_do_not_learn_that_several_services_have_a_number(two_cases):
    lines = "".join(f'{{"case": "1", "event": "first_contact", "on": "2026-01-01", "channel": "phone", "service": "{service}"}}\n' for service in "ab")
    events = mt.read_events(lines)
    assert mt.view(events, "1", audience="employer", as_of=DAY) == mt.view(two_cases, "2026-999", audience="employer", as_of=DAY)


def test_a_file_taken_out_of_a_register_is_a_copy(two_cases):
    file = two_cases.case_file("2026-014")
    file.add("team_review", DAY)
    assert len(two_cases.case_file("2026-014")) == len(file) - 1


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"audience": "boss"}, ValueError, "audience: found 'boss', expected one of employer"),
        ({"audience": 1}, TypeError, "audience: found 1"),
        ({"audience": "partner", "partner": "cap"}, ValueError, "partner: found 'cap'"),
        ({"audience": "employer", "partner": "mdph"}, ValueError, "partner goes with the audience"),
        ({"audience": "employer", "as_of": None}, TypeError, "as_of"),
    ],
)
def test_wrong_questions_are_refused(two_cases, arguments, error, text):
    with pytest.raises(error, match=text):
        mt.view(two_cases, "2026-014", **({"as_of": DAY} | arguments))


def test_records_are_values(document):
    assert dataclasses.replace(document.consents[0], standing=mt.ConsentStanding.expired) != document.consents[0]
    assert dataclasses.asdict(document)["episodes"][0]["stage"] == "in_support"
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.case = "2"
