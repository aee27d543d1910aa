"""What is pickled is the same when it comes back, whatever process it went to."""

import copy
import pickle
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)


def there_and_back(value):
    return pickle.loads(pickle.dumps(value))


def test_events(invented, two_cases, cell):
    for events in (invented[0], two_cases, cell):
        again = there_and_back(events)
        assert list(again) == list(events)
        assert (again.cases, again.rejected, again.unmapped_columns) == (events.cases, events.rejected, events.unmapped_columns)


def test_events_keep_what_was_rejected(tmp_path):
    line = '{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit"}\n\n{"case": "2", "event": "entry"}\n'
    events = mt.read_events(line, rejects=tmp_path / "rejects.csv")
    again = there_and_back(events)
    assert (again.rejected, again.rejected_rows, again.skipped_empty_rows, again.remarks) == (1, 1, 1, events.remarks)


@pytest.mark.parametrize("protocol", ["common_core", "ast_btp_ain/1", "examples/data/notre_cellule.protocol.json"])
def test_cases(invented, root, protocol, monkeypatch):
    monkeypatch.chdir(root)
    cases = mt.replay(invented[0], protocol, as_of=DAY, known_on=date(2024, 11, 1))
    again = there_and_back(cases)
    assert again.episodes() == cases.episodes() and again.protocol == cases.protocol
    assert mt.report(again).to_json() == mt.report(cases).to_json()


def test_copies(invented):
    assert list(copy.deepcopy(invented[0])) == list(copy.copy(invented[0])) == list(invented[0])
