"""Rule books as Python shows them."""

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
