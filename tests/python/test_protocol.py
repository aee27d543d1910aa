"""Rule books as Python shows them."""

import json
import pickle
from datetime import date

import pytest

import maintien as mt


def test_the_built_in_protocols_are_listed():
    names = [f"{protocol.name}/{protocol.version}" for protocol in mt.protocols()]
    assert names[0] == "common_core/1" and "aist43_cme/1" in names


def test_a_protocol_tells_its_rules():
    protocol = mt.Protocol("aist43_cme")
    assert protocol == mt.Protocol("aist43_cme/1") and protocol != mt.Protocol("common_core")
    assert protocol.valid_from == date(2020, 6, 1) and protocol.valid_until is None
    assert protocol.base == "common_core" or protocol.base == "common_core/1"
    assert protocol.title["fr"] and protocol.title["en"]
    assert protocol.horizons == [12] and mt.Protocol("common_core").horizons == [12, 24]
    assert protocol.refusal_is_entry and protocol.refusal_is_exit and not mt.Protocol("common_core").refusal_is_entry
    assert all(row["rule"] and row["reason"] for row in protocol.relaxes) and protocol.relaxes
    assert mt.Actor.case_manager in protocol.team and mt.Actor.cap_emploi in protocol.team
    assert {target["value"] for target in protocol.targets} == {100, 80, 0.5}
    assert protocol.outcomes[mt.Outcome.death]["polarity"] is mt.Polarity.neutral


def test_a_bare_name_means_all_its_versions():
    cell = mt.Protocol("ast_btp_ain")
    assert cell.version == 2 and mt.Protocol("ast_btp_ain/1").valid_until == date(2019, 12, 31)
    assert cell != mt.Protocol("ast_btp_ain/2") and pickle.loads(pickle.dumps(cell)) == cell


def test_the_referral_day_chooses_the_version():
    for referred, accepted in ((date(2019, 12, 31), False), (date(2020, 1, 1), True)):
        file = mt.CaseFile("1")
        assert file.admit("referral", on=referred, origin="pre_return_visit", consent=True, birth_year=1990, protocol="ast_btp_ain")
        verdict = file.admit("qualification_interview", on=date(2020, 1, 20), decision="accepted", protocol="ast_btp_ain")
        assert bool(verdict) is accepted


def test_a_protocol_travels():
    assert pickle.loads(pickle.dumps(mt.Protocol("aist43_cme"))) == mt.Protocol("aist43_cme")
    assert len({mt.Protocol("aist43_cme"), mt.Protocol("aist43_cme/1")}) == 1


@pytest.mark.parametrize("name", ["aist44", "aist43_cme/9", "", "common_core/"])
def test_an_unknown_protocol_is_refused_with_those_there_are(name):
    with pytest.raises(ValueError, match="common_core/1, aist63_cme/1"):
        mt.Protocol(name)


def test_what_is_no_protocol_is_refused():
    with pytest.raises(TypeError, match="found 3, expected a Protocol"):
        mt.simulate(cases=1, protocol=3)


@pytest.mark.parametrize("name", [f"{protocol.name}/{protocol.version}" for protocol in mt.protocols()] + ["ast_btp_ain"])
def test_a_protocol_is_shown_as_the_command_line_shows_it(ask, name):
    protocol = mt.Protocol(name)
    assert ask("protocol", "show", name, "--format", "json") == protocol.to_json()
    for lang in ("fr", "en"):
        assert ask("protocol", "show", name, "--lang", lang) == protocol.to_text(lang)
        for kind in ("mermaid", "dot"):
            assert ask("protocol", "show", name, "--format", kind, "--lang", lang) == protocol.diagram(kind, lang)


@pytest.mark.parametrize("name", [f"{protocol.name}/{protocol.version}" for protocol in mt.protocols()])
def test_a_protocol_read_again_is_the_same(name, tmp_path):
    protocol = mt.Protocol(name)
    path = tmp_path / "own.json"
    path.write_text(protocol.to_json(), encoding="utf-8")
    for again in (mt.Protocol.from_json(protocol.to_json()), mt.Protocol.from_json(protocol.to_json().encode()), mt.Protocol.from_file(path)):
        assert again == protocol and hash(again) == hash(protocol) and again.to_json() == protocol.to_json()
        assert pickle.loads(pickle.dumps(again)) == protocol


def test_a_protocol_of_ones_own_goes_wherever_one_is_asked_for(ask, root, invented):
    events, file = invented
    path = root / "examples/data/notre_cellule.protocol.json"
    own = mt.Protocol.from_file(path)
    assert (own.name, own.base, own.relaxes[0]["rule"]) == ("notre_cellule", "common_core", "interview_within_30_days") and own != mt.Protocol("common_core")
    day = date(2024, 12, 31)
    for protocol in (own, path, str(path)):
        assert mt.replay(events, protocol, as_of=day).protocol == own
        assert mt.report(events, protocol, as_of=day).protocol == "notre_cellule/1"
    assert ask("agenda", file, "--protocol", path, "--as-of", day, "--format", "json") == mt.agenda(events, path, as_of=day).to_json()
    assert ask("protocol", "show", path) == own.to_text()


def test_what_a_loaded_protocol_says_outlives_it(root, invented):
    path = root / "examples/data/notre_cellule.protocol.json"
    deviations = mt.check(invented[0], path, as_of=date(2024, 12, 31))
    document = mt.CaseFile("1").document(date(2024, 12, 31), path)
    assert json.loads(deviations.to_json())["protocol"] == "notre_cellule/1" and all(one.reasons for one in deviations)
    assert json.loads(document.to_json())["blocked"][0]["reasons"][0]["source"]


def test_the_version_in_force_is_chosen_by_the_referral_day():
    cell = mt.Protocol("ast_btp_ain")
    assert [cell.version_on(day).version for day in (date(2000, 1, 1), date(2019, 12, 31), date(2020, 1, 1), date(2030, 1, 1))] == [1, 1, 2, 2]
    assert cell.version_on(date(2019, 12, 31)) == mt.Protocol("ast_btp_ain/1")
    with pytest.raises(TypeError, match="day"):
        cell.version_on("2019-12-31")


def test_a_malformed_protocol_is_refused_with_every_fault(tmp_path):
    document = json.loads(mt.Protocol("common_core").to_json())
    with pytest.raises(mt.DocumentError) as caught:
        mt.Protocol.from_json(document | {"valid_from": "2024-02-30", "colour": "red"})
    assert {problem.pointer for problem in caught.value.problems} >= {"/valid_from", "/colour"}
    with pytest.raises(mt.DocumentError):
        mt.Protocol.from_file(tmp_path / "nowhere.json")
    with pytest.raises(TypeError):
        mt.Protocol.from_file(3)


def test_diagrams_and_languages_are_those_there_are():
    with pytest.raises(ValueError, match="kind: found 'png'"):
        mt.Protocol("common_core").diagram("png")
    with pytest.raises(ValueError, match="language: found 'de'"):
        mt.Protocol("common_core").to_text("de")
