"""Whether rule books may be relied on, and what differs between two."""

import json
from datetime import date

import pytest

import maintien as mt

OURS = {
    "format": "maintien-protocol/1",
    "name": "ours",
    "version": 1,
    "base": "common_core",
    "title": {"fr": "la nôtre", "en": "ours"},
    "valid_from": "2024-01-01",
}


def ours(**changes):
    return mt.Protocol.from_json({**OURS, **changes})


@pytest.mark.parametrize("protocol", mt.protocols(), ids=lambda protocol: f"{protocol.name}/{protocol.version}")
def test_every_built_in_protocol_holds(protocol):
    verification = protocol.verify()
    assert verification and verification.flaws == () and verification.weakenings == ()
    assert verification.protocol == f"{protocol.name}/{protocol.version}"


def test_a_team_widened_without_a_word_is_a_weakening_with_a_file_that_shows_it():
    team = [actor.value for actor in mt.Protocol("common_core").team] + ["cap_emploi"]
    verification = ours(team=team).verify()
    assert not verification
    shown = verification.weakenings[0]
    assert verification.flaws == () and shown.kind is mt.WeakeningKind.wider_team and shown.text.fr and shown.text.en
    assert shown.witness and all(isinstance(entry["event"], mt.Event) for entry in shown.witness.entries)


def test_the_document_and_the_page_say_the_same():
    verification = mt.Protocol("aist63_cme").verify()
    document = json.loads(verification.to_json())
    assert document["protocol"] == verification.protocol and document["flaws"] == []
    assert "sound" in verification.to_text("en") and "sain" in verification.to_text()


def test_the_difference_of_two_versions_is_told_line_by_line():
    first, second = mt.Protocol("ast_btp_ain/1"), mt.Protocol("ast_btp_ain/2")
    lines = first.difference(second, "en").splitlines()
    assert {"-", "+"} <= {line.lstrip()[0] for line in lines if line.strip()}
    assert first.difference(first, "en").splitlines()[-1] == "No difference."
    assert first.difference("ast_btp_ain/2", language="en") == first.difference(second, language="en")


def test_a_language_nobody_wrote_is_refused():
    with pytest.raises(ValueError, match="language"):
        mt.Protocol("common_core").difference("common_core", language="de")


def referred():
    file = mt.CaseFile("A-1", "sst")
    file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
    return file


def test_a_path_is_admitted_step_by_step():
    file = referred()
    path = file.path_to("entry", date(2024, 3, 8))
    for step in path.steps:
        facts = {name: value for name, value in step.entry.items() if name not in ("case", "service")}
        assert file.admit(**facts), step
    assert file.admit("entry", path.day)


def test_no_path_leads_to_an_age_that_was_too_low():
    file = mt.CaseFile("A-1")
    file.add("referral", date(2019, 3, 1), origin="return_visit", consent=True, birth_year=1990)
    assert file.path_to("qualification_interview", date(2019, 3, 8), "ast_btp_ain/1", decision="accepted") is None


def test_obstacles_come_with_their_path():
    obstacles = {obstacle.event: obstacle for obstacle in referred().blocked(date(2024, 3, 8))}
    entry = obstacles[mt.Event.entry]
    assert not entry.verdict and [step.entry["event"] for step in entry.path.steps] == ["qualification_interview"]
    assert entry.path.steps[0].codes == (mt.Decision.accepted,) and entry.path.steps[0].by == mt.Actor.case_manager


def test_a_withdrawn_consent_tells_what_it_blocks_and_enters_nothing():
    file = mt.read_events("examples/data/dossier.jsonl").case_file("2026-014")
    before = file.entries
    blocked = file.blocked_by("consent", date(2026, 2, 10), scope="employer_contact", party="worker", state="withdrawn")
    assert file.entries == before
    assert all(not one.verdict and one.verdict.reasons for one in blocked)


def test_files_come_together_as_events():
    events = mt.read_events("examples/data/dossier.jsonl")
    numbers = dict.fromkeys((entry["case"], entry.get("service")) for entry in events)
    files = [events.case_file(*number) for number in numbers]
    again = mt.Events.from_files(files)
    assert again.cases == events.cases and sorted(map(str, again)) == sorted(map(str, events))
    assert len(mt.Events.from_files([])) == 0
    with pytest.raises(TypeError):
        mt.Events.from_files([3])


def test_percentages_are_rounded_from_the_counts():
    assert mt.percentage(31, 43, decimals=2) == "72,09\u00a0%" and mt.percentage(1, 8, language="en") == "13%"
    assert mt.percentage(0.125, language="en") == "13%"
    for wrong in ({"part": 1, "whole": 0}, {"part": 1.5, "whole": 3}, {"part": float("nan")}, {"part": 1, "decimals": 12}, {"part": 1, "language": "de"}):
        with pytest.raises(ValueError):
            mt.percentage(**wrong)


def test_days_are_written_as_people_write_them():
    assert (mt.day_in_words(date(2024, 8, 1)), mt.day_in_words(date(2024, 8, 1), "en")) == ("1er août 2024", "1 August 2024")
    with pytest.raises(TypeError):
        mt.day_in_words("2024-08-01")


def test_every_kind_of_action_tells_what_proves_it():
    assert mt.OutreachKind.tool.proven_by == (mt.SourceDocument.document,)
    assert all(kind.proven_by for kind in mt.OutreachKind)
