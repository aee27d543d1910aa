"""Long work ends when somebody interrupts it, and shows how far it has come when that is asked for."""

import signal
import sys
import types
from datetime import date

import pytest

import maintien as mt


class Interrupted(Exception):
    pass


@pytest.fixture
def interrupt_soon():
    """Raises in the main thread after a moment, as Ctrl-C does."""

    def interrupted(*_):
        raise Interrupted

    before = signal.signal(signal.SIGALRM, interrupted)
    yield lambda: signal.setitimer(signal.ITIMER_REAL, 0.05)
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_inventing_is_interrupted(interrupt_soon):
    interrupt_soon()
    with pytest.raises(Interrupted):
        mt.simulate(cases=50_000_000)


@pytest.mark.parametrize("work", ["file", "frame", "replay", "report"])
def test_work_in_several_threads_is_interrupted(work, tmp_path, interrupt_soon):
    events = mt.simulate(cases=20_000, seed=1)
    path = tmp_path / "events.jsonl"
    events.write(path)
    day = date(2024, 12, 31)
    do = {
        "file": lambda: mt.read_events(path),
        "frame": lambda: mt.read_events(events),
        "replay": lambda: mt.replay(events, as_of=day),
        "report": lambda: mt.report(events, as_of=day),
    }[work]
    interrupt_soon()
    with pytest.raises(Interrupted):
        while True:
            do()


class Bar:
    """What the package needs of tqdm."""

    made: list["Bar"] = []

    def __init__(self, desc, unit, unit_scale):
        self.desc, self.unit, self.n, self.total, self.closed = desc, unit, 0, None, False
        Bar.made.append(self)

    def update(self, more):
        assert more >= 0 and not self.closed
        self.n += more

    def close(self):
        self.closed = True


@pytest.fixture
def bars(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", types.SimpleNamespace(tqdm=Bar))
    Bar.made = []
    return Bar.made


def test_progress_goes_to_the_end(bars, tmp_path, table, mapping):
    events = mt.simulate(cases=3000, seed=1, progress=True)
    events.write(tmp_path / "events.jsonl")
    mt.read_events(tmp_path / "events.jsonl", progress=True)
    mt.read_events(events, progress=True)
    mt.replay(events, as_of=date(2024, 12, 31), progress=True)
    mt.import_table(table, mapping, progress=True)
    assert [(bar.desc, bar.unit) for bar in bars] == [("inventing", "case"), ("reading", "B"), ("reading", "row"), ("replaying", "part"), ("reading", "B")]
    assert all(bar.closed and bar.total for bar in bars)
    assert [bars[0].n, bars[1].n, bars[2].n] == [3000, (tmp_path / "events.jsonl").stat().st_size, len(events)]


def test_a_bar_is_closed_after_a_fault(bars):
    with pytest.raises(mt.DocumentError):
        mt.read_events(b'{"case": 1}\n', progress=True)
    assert bars[0].closed


def test_without_tqdm_nothing_is_shown(monkeypatch, capfd):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert mt.simulate(cases=10, progress=True).cases == 10
    assert capfd.readouterr() == ("", "")
