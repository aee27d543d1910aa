"""Where the cases of a register stand."""

from datetime import date

import pytest

import maintien as mt

DAY = date(2020, 11, 12)


@pytest.fixture(scope="module")
def cases(cell):
    return mt.replay(cell, "aist43_cme", as_of=DAY)


def test_a_case_table_tells_what_it_is(cases):
    assert len(cases) == 103 and len(cases.episodes()) == 103
    assert (cases.as_of, cases.known_on, cases.objected, cases.protocol.name) == (DAY, None, 0, "aist43_cme")
    assert cases.deviations == {"violation": 0, "unrecorded": 103, "note": 0}
    assert repr(cases) == "<Cases under aist43_cme as of 2020-11-12: 103 cases, 103 episodes>"


def test_columns_are_those_of_the_episodes(cases):
    episodes = cases.episodes()
    assert tuple(episodes[0]) == cases.columns
    for name in cases.columns:
        assert cases.column(name) == [episode[name] for episode in episodes]
    with pytest.raises(KeyError, match="no column 'size'"):
        cases.column("size")


def test_an_episode_has_days_and_codes(cases):
    first = cases.episodes()[0]
    assert (first["service"], first["case"], first["episode"]) == ("sst-demo", "2020-001", 1)
    assert first["stage"] is mt.Stage.contacted and first["referral_day"] == date(2020, 6, 1) and first["exit_day"] is None
    assert first["sex"] is mt.Sex.female and first["birth_year"] == 1966 and first["on_sick_leave"] is False


def test_a_day_of_knowledge_masks_what_was_recorded_later():
    line = '{"case": "1", "event": "referral", "on": "2024-03-01", "recorded_on": "2024-05-01", "origin": "return_visit"}\n'
    events = mt.read_events(line + '{"case": "2", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}\n')
    assert len(mt.replay(events, as_of=date(2024, 6, 1)).episodes()) == 2
    known = mt.replay(events, as_of=date(2024, 6, 1), known_on=date(2024, 4, 1))
    assert (known.known_on, [episode["case"] for episode in known.episodes() if episode["stage"]]) == (date(2024, 4, 1), ["2"])


def test_a_worker_who_objects_has_no_episode():
    events = mt.read_events(
        '{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}\n'
        '{"case": "1", "event": "consent", "on": "2024-03-02", "scope": "statistics", "state": "refused"}\n'
    )
    cases = mt.replay(events, as_of=date(2024, 6, 1))
    assert (len(cases), cases.objected, cases.episodes()) == (1, 1, [])
