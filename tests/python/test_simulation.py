"""Invented registers, and what must hold on every one of them."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import maintien as mt

protocols = st.sampled_from([protocol.name for protocol in mt.protocols()])
registers = st.builds(lambda cases, seed, protocol: (mt.simulate(cases=cases, seed=seed, protocol=protocol), protocol), st.integers(0, 120), st.integers(0, 2**64 - 1), protocols)
days = st.integers(0, 4500).map(lambda days: date(2014, 1, 1) + timedelta(days=days))


@settings(deadline=None, max_examples=60)
@given(registers, days, st.sampled_from(["", "sex", "service,year", "origin"]))
def test_statuses_add_up_to_entries_in_every_stratum(register, day, by):
    events, protocol = register
    report = mt.report(events, protocol, as_of=day, by=by or ())
    for stratum in report.strata:
        counted = [row for row in report if row.by == stratum]
        entries = next(row.value for row in counted if (row.indicator, row.variant) == ("entries", "broad"))
        statuses = [row for row in counted if row.indicator == "status"]
        assert sum(row.numerator for row in statuses) == entries
        assert {row.denominator for row in statuses} == {entries}


@settings(deadline=None, max_examples=30)
@given(registers, days, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_byte(tmp_path_factory, register, day, shuffler: random.Random):
    events, protocol = register
    path = tmp_path_factory.mktemp("shuffled") / "events.jsonl"
    events.write(path)
    heading, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    shuffler.shuffle(lines)
    middle = len(lines) // 2
    shuffled = mt.read_events("".join([heading, *lines[:middle]]) + "\n", "".join([heading, *lines[middle:]]) + "\n")
    asked = {"protocol": protocol, "as_of": day, "known_on": date(2021, 6, 1), "by": "centre"}
    assert mt.report(shuffled, **asked, threads=1).to_json() == mt.report(events, **asked).to_json()


def test_the_same_seed_gives_the_same_register():
    assert list(mt.simulate(cases=50, seed=3)) == list(mt.simulate(cases=50, seed=3, threads=1))
    assert list(mt.simulate(cases=50, seed=3)) != list(mt.simulate(cases=50, seed=4))
    assert mt.simulate(cases=0).cases == 0


def test_nothing_is_later_than_the_day_of_extraction():
    until = date(2019, 6, 30)
    assert max(event["on"] for event in mt.simulate(cases=100, until=until)) <= until


@pytest.mark.parametrize("wrong", [{"cases": -1}, {"cases": 10**9}, {"until": "2020"}, {"protocol": "x"}])
def test_what_cannot_be_invented_is_refused(wrong):
    with pytest.raises((TypeError, ValueError)):
        mt.simulate(**wrong)
