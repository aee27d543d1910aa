"""What a change of protocol would do to each case; nothing is changed."""

import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def rehearsal(invented):
    return mt.rehearse(invented[0], from_protocol="common_core", to_protocol="aist63_cme", as_of=DAY)


@pytest.fixture(scope="module")
def document(rehearsal):
    return json.loads(rehearsal.to_json())


def test_documents_are_those_of_the_command_line(ask, invented, rehearsal):
    asked = ["rehearse", invented[1], "--from-protocol", "common_core", "--to-protocol", "aist63_cme", "--as-of", DAY]
    assert ask(*asked, "--format", "json", status=1) == rehearsal.to_json()
    for lang in ("fr", "en"):
        assert ask(*asked, "--lang", lang, status=1) == rehearsal.to_text(lang)


def test_cases_are_those_of_the_document(rehearsal, document):
    assert len(rehearsal) == len(document["cases"]) == document["summary"]["cases"]
    for one, said in zip(rehearsal, document["cases"], strict=True):
        assert (one.service, one.case, one.maps, list(one.obstacles)) == (said["service"], said["case"], said["maps"], said["obstacles"])
        assert [*one.stages] == [(episode["from_stage"], episode["to_stage"]) for episode in said["episodes"]]
        assert [(d.event, d.on.isoformat(), d.rule, d.severity) for d in one.new_deviations] == [
            (d["event"], d["on"], d["rule"], d["severity"]) for d in said["new_deviations"]
        ]


def test_deadlines_are_those_of_the_document(rehearsal, document):
    def day(moved):
        return None if moved is None else moved.isoformat()

    moves = {"earlier": 0, "later": 0, "same": 0, "added": 0, "dropped": 0}
    for one, said in zip(rehearsal, document["cases"], strict=True):
        for deadline in one.deadlines:
            moved = deadline.moved_days
            kind = "added" if deadline.from_due is None else "dropped" if deadline.to_due is None else "later" if moved > 0 else "earlier" if moved else "same"
            moves[kind] += 1
        assert [
            (d.episode, d.step, d.horizon, d.from_rule, day(d.from_due), d.to_rule, day(d.to_due), d.moved_days) for d in one.deadlines
        ] == [tuple(d.values()) for d in said["deadlines"]]
    assert moves == document["summary"]["deadlines"] and sum(moves.values()) > 50


def test_it_is_true_when_every_case_maps(rehearsal, cell):
    assert not rehearsal and not all(rehearsal)
    assert {obstacle for one in rehearsal for obstacle in one.obstacles} <= set(mt.MappingObstacle)
    assert mt.rehearse(cell, from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2020, 11, 12))


def test_a_rehearsal_tells_what_it_is(rehearsal):
    assert (rehearsal.from_protocol, rehearsal.to_protocol, rehearsal.as_of) == ("common_core", "aist63_cme", DAY)
    assert repr(rehearsal) == f"<Rehearsal from common_core to aist63_cme as of 2024-12-31: {len(rehearsal)} cases>"
    assert repr(next(one for one in rehearsal if not one)).endswith("new_deviation>")


def test_a_protocol_of_ones_own_can_be_rehearsed(invented, root):
    own = root / "examples/data/notre_cellule.protocol.json"
    rehearsal = mt.rehearse(invented[0], from_protocol="common_core", to_protocol=own, as_of=DAY)
    assert rehearsal.to_protocol == "notre_cellule/1" and len(rehearsal) > 0
    del own
    assert all(one.new_deviations is not None for one in rehearsal)


def test_wrong_questions_are_refused(invented):
    with pytest.raises(ValueError, match="nobody"):
        mt.rehearse(invented[0], from_protocol="common_core", to_protocol="nobody", as_of=DAY)
    with pytest.raises(TypeError):
        mt.rehearse(invented[0], from_protocol="common_core", as_of=DAY)
    with pytest.raises(TypeError, match="as_of"):
        mt.rehearse(invented[0], from_protocol="common_core", to_protocol="aist43_cme", as_of=None)
