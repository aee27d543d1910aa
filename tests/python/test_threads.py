"""What threads may share, and that long work lets the others go on."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

import maintien as mt

DAYS = [date(2023, 12, 31), date(2024, 12, 31)]


@pytest.fixture(scope="module")
def register():
    return mt.simulate(cases=20_000, seed=1)


def test_two_replays_share_a_register(register):
    protocol, begin = mt.Protocol("common_core"), threading.Barrier(2)

    def figures(day):
        begin.wait(timeout=60)
        cases = mt.replay(register, protocol, as_of=day, threads=1)
        return cases.episodes()[-1], mt.report(cases, by="sex", threads=1).to_json(), mt.report(mt.state(cases, by="sex", threads=1)).to_json()

    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(figures, DAYS))
    begin = threading.Barrier(1)
    assert together == [figures(day) for day in DAYS]


def test_threads_share_a_report(register):
    report = mt.report(register, as_of=DAYS[1])
    with ThreadPoolExecutor(4) as pool:
        documents = set(pool.map(lambda _: report.to_json(), range(8)))
        behind = list(pool.map(lambda _: len(report.explain("referrals").numerator), range(4)))
    assert documents == {report.to_json()} and set(behind) == {report.row("referrals").value}


@pytest.mark.parametrize("work", ["replay", "report", "read_events", "write"])
def test_others_go_on_while_long_work_is_done(register, tmp_path, work):
    """A thread that only sleeps a moment again and again is not kept waiting until the work is over."""
    do = {
        "replay": lambda: mt.replay(register, as_of=DAYS[1], threads=1),
        "report": lambda: mt.report(register, as_of=DAYS[1], by="service,month", threads=1),
        "read_events": lambda: mt.read_events(register, threads=1),
        "write": lambda: register.write(tmp_path / "events.jsonl"),
    }[work]
    over, moments = threading.Event(), []

    def go_on():
        while not over.is_set():
            moments.append(time.perf_counter())
            time.sleep(0.0005)

    other = threading.Thread(target=go_on)
    other.start()
    while not moments:
        time.sleep(0.001)
    spans = []
    for _ in range(8):
        start = time.perf_counter()
        do()
        spans.append((start, time.perf_counter()))
    over.set()
    other.join()
    # Between the first and the last tenth of a span: what happens as the lock is passed on at its ends does not count.
    within = [any(start + (end - start) / 10 < moment < end - (end - start) / 10 for moment in moments) for start, end in spans]
    assert sum(within) > len(within) / 2
