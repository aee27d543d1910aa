"""One case, live: accepted or refused with every reason, facts whatever the rules say, faults at their attribute."""

import pickle
from datetime import date, datetime, time

import pytest

import maintien as mt

MONDAY = date(2026, 3, 2)


@pytest.fixture
def file():
    file = mt.CaseFile("2026-014", service="sst-demo")
    assert file.admit("referral", on=MONDAY, origin=mt.Origin.pre_return_visit, consent=True)
    return file


def test_an_accepted_event_is_in_the_file(file):
    assert len(file) == 1 and file.stage(MONDAY) is mt.Stage.referred
    assert file.entries == [{"service": "sst-demo", "case": "2026-014", "event": "referral", "on": MONDAY, "origin": "pre_return_visit", "consent": True}]
    assert (file.case, file.service, repr(file)) == ("2026-014", "sst-demo", "<CaseFile('2026-014'): 1 entry>")


def test_a_refused_event_leaves_the_file_as_it_was_and_says_why(file):
    verdict = file.admit("action", on=date(2026, 3, 3), measure="employer_meeting", partner="cap_emploi")
    assert not verdict and not verdict.accepted and verdict.kind is mt.VerdictKind.not_at_this_stage
    assert [reason.condition for reason in verdict.reasons] == ["stage", "after", "consent_by_recipient", "consent", "consent"]
    assert [reason.lifted_by for reason in verdict.reasons][-1] is mt.Actor.occupational_physician
    assert all(reason.source and reason.fr and reason.en and reason.text("fr") == reason.fr for reason in verdict.reasons)
    assert verdict.reasons[0].earliest == date(2026, 3, 3)
    assert len(file) == 1
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_a_fact_is_a_fact(file):
    file.add("entry", date(2026, 3, 3), by=mt.Actor.case_manager)
    assert len(file) == 2 and file.stage(date(2026, 3, 3)) is mt.Stage.in_support


def test_protocols_disagree(file):
    assert not file.admit("entry", MONDAY, "common_core")
    assert file.admit("entry", MONDAY, mt.Protocol("aist43_cme"))


def test_what_is_possible_and_what_is_not(file):
    possible = {one.event: one.codes for one in file.possible(MONDAY)}
    blocked = {one.event: one.verdict for one in file.blocked(MONDAY)}
    assert possible.keys() | blocked.keys() == set(mt.Event) and not possible.keys() & blocked.keys()
    assert mt.Decision.accepted in possible[mt.Event.qualification_interview]
    assert possible[mt.Event.team_review] == ()
    assert not blocked[mt.Event.entry] and blocked[mt.Event.entry].reasons


def test_days_times_lists_and_amendments_go_in(file):
    file.add("appointment", MONDAY, id="e1", appointment_state="planned", day=date(2026, 3, 9), starts=time(9, 30), appointment=1, in_working_time=True)
    file.add("action_plan", date(2026, 3, 9), aspect={mt.Aspect.social, mt.Aspect.medical}, recorded_on=date(2026, 3, 10))
    assert file.admit("amendment", date(2026, 3, 11), amends="e1", entry={"event": "appointment", "on": MONDAY, "appointment_state": "cancelled"})
    appointment, plan, amendment = file.entries[1:]
    assert (appointment["day"], appointment["starts"]) == (date(2026, 3, 9), time(9, 30))
    assert (plan["aspect"], plan["recorded_on"]) == (["medical", "social"], date(2026, 3, 10))
    assert amendment["entry"]["appointment_state"] is mt.AppointmentState.cancelled


def test_an_id_is_used_once(file):
    file.add("team_review", MONDAY, id="e1")
    with pytest.raises(mt.DocumentError) as caught:
        file.add("team_review", MONDAY, id="e1")
    assert caught.value.problems[0].pointer == "/id"


@pytest.mark.parametrize(
    ("said", "pointer", "found"),
    [
        ({"event": "outcom", "on": MONDAY}, "/event", '"outcom"'),
        ({"event": "outcome", "on": MONDAY, "outcome": "promotion"}, "/outcome", '"promotion"'),
        ({"event": "outcome", "on": MONDAY, "outcome": mt.Answer.retired}, "/outcome", '"retired"'),
        ({"event": "outcome", "on": MONDAY, "outcome": "death", "channel": "phone"}, "/channel", '"phone"'),
        ({"event": "team_review", "on": MONDAY, "mood": "good"}, "/mood", ""),
        ({"event": "team_review", "on": datetime(2026, 3, 2, 9)}, "/on", "datetime.datetime(2026, 3, 2, 9, 0)"),
        ({"event": "team_review", "on": "02/03/2026"}, "/on", '"02/03/2026"'),
        ({"event": "team_review", "on": 20260302}, "/on", "20260302"),
        ({"event": "team_review", "on": MONDAY, "manager": object}, "/manager", "<class 'object'>"),
        ({"event": "team_review", "on": MONDAY, "birth_year": 1850}, "/birth_year", "1850"),
        ({"event": "team_review", "on": MONDAY, "birth_year": 1980.5}, "/birth_year", "1980.5"),
        ({"event": "team_review", "on": MONDAY, "disabled_worker": 1}, "/disabled_worker", "1"),
        ({"event": "team_review", "on": MONDAY, "case": "other"}, "/case", ""),
        ({"event": "team_review", "on": MONDAY, "service": "other"}, "/service", ""),
        ({"event": "appointment", "on": MONDAY, "appointment_state": "held", "starts": time(9, 30, 15)}, "/starts", ""),
        ({"event": "amendment", "on": MONDAY, "amends": "nothing", "withdraw": True}, "/amends", '"nothing"'),
    ],
)
def test_faults_are_told_at_their_attribute_and_nothing_is_entered(file, said, pointer, found):
    for act in (file.add, file.admit):
        with pytest.raises(mt.DocumentError) as caught:
            act(**said)
        assert caught.value.problems[0].pointer == pointer and found in caught.value.problems[0].found and caught.value.problems[0].expected
        assert caught.value.problems[0].file == "CaseFile('2026-014')" and len(file) == 1


def test_all_faults_of_an_entry_are_told_at_once(file):
    with pytest.raises(mt.DocumentError) as caught:
        file.add("referral", MONDAY, origin="nowhere", cause="none", mood="good")
    assert {problem.pointer for problem in caught.value.problems} == {"/origin", "/cause", "/mood"}
    with pytest.raises(mt.DocumentError, match="origin"):
        file.add("referral", MONDAY)


def test_a_fault_is_one_line_whatever_the_attribute_is_called(file):
    for value in (object(), "x"):
        with pytest.raises(mt.DocumentError) as caught:
            file.add("entry", MONDAY, **{"a\nb": value, "\x1b[31m\x9b\x7f": value})
        told = [line for line in str(caught.value).splitlines() if ": found " in line]
        assert [line.split(": ")[1] for line in told] == [r"/a\nb", r"/\u001b[31m\u009b\u007f"]
        assert [problem.pointer for problem in caught.value.problems] == ["/a\nb", "/\x1b[31m\x9b\x7f"]


def test_a_case_needs_a_pseudonym():
    with pytest.raises(mt.DocumentError, match="/case"):
        mt.CaseFile("")


def test_a_case_and_a_register_agree(cell):
    """Every case of the demo, entered fact by fact, stands where the register says."""
    stages = {episode["case"]: episode["stage"] for episode in mt.replay(cell, "aist43_cme", as_of=date(2020, 11, 12)).episodes()}
    files: dict[str, mt.CaseFile] = {}
    for event in cell:
        said = {key: value for key, value in event.items() if key not in ("service", "case")}
        files.setdefault(event["case"], mt.CaseFile(event["case"], event["service"])).add(**said)
    assert {case: file.stage(date(2020, 11, 12), "aist43_cme") for case, file in files.items()} == stages
