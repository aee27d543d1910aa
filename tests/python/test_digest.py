"""The digest of a service's visits: one list for each physician."""

import json
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 3, 16)


@pytest.fixture(scope="module")
def visits(root):
    return root / "examples/data/visites.csv"


@pytest.fixture(scope="module")
def followed(root):
    return root / "examples/data/visites-suites.jsonl"


@pytest.fixture(scope="module")
def digest(visits, followed):
    return mt.digest(visits, on=DAY, events=mt.read_events(followed))


@pytest.mark.parametrize("on", [date(2024, 3, 1), date(2024, 3, 10), DAY, date(2024, 4, 1)])
@pytest.mark.parametrize("with_events", [True, False])
def test_documents_are_those_of_the_command_line(ask, visits, followed, on, with_events):
    digest = mt.digest(visits, on=on, events=mt.read_events(followed) if with_events else None)
    asked = ["digest", visits, "--on", on, *(["--events", followed] if with_events else [])]
    assert ask(*asked, "--format", "json") == digest.to_json()
    for lang in ("fr", "en"):
        assert ask(*asked, "--lang", lang) == digest.to_text(lang)


def test_its_fields_are_typed(digest):
    assert (digest.on, digest.digest_days, digest.period, digest.preview, digest.next_digest) == (DAY, (1, 16), (date(2024, 3, 2), DAY), False, DAY)
    assert digest.not_listed == {mt.Origin.return_visit: 1} and digest.skipped_empty_rows == 0
    first, second, _ = digest.physicians[0].visits
    assert first.kind is mt.Origin.pre_return_visit and first.sequel is mt.VisitSequel.referred
    assert first.referral == mt.WorkerReferral("sst-demo", "2024-017", date(2024, 3, 6))
    assert second.kind is None and second.sequel is mt.VisitSequel.not_referred and second.referral is None
    assert repr(digest) == "<Digest on 2024-03-16: 3 physicians, 6 visits>"


def test_without_events_nothing_is_said_of_a_sequel(visits):
    assert {line.sequel for one in mt.digest(visits, on=DAY).physicians for line in one.visits} == {None}


def test_the_document_may_be_in_memory(visits, followed, digest):
    text = visits.read_bytes()
    assert mt.digest(text, on=DAY, events=mt.read_events(followed)) == digest
    assert mt.digest(text.replace(b"\n", b"\n;;;;;\n", 1) if b";" in text else text.replace(b"\n", b"\n,,,,,\n", 1), on=DAY).skipped_empty_rows == 1


def test_a_protocol_names_the_days(visits, ask):
    own = json.loads(mt.Protocol("ast_btp_ain/2").to_json())
    assert own["digest_days"] == [1, 16]
    monthly = mt.Protocol.from_json(own | {"digest_days": [10]})
    assert mt.digest(visits, on=DAY, protocol=monthly).digest_days == (10,)
    with pytest.raises(ValueError, match="aist43_cme names no digest days"):
        mt.digest(visits, on=DAY, protocol="aist43_cme")


def test_wrong_questions_are_refused(visits):
    with pytest.raises(mt.DocumentError, match="kind"):
        mt.digest(b"visit,worker,employer,physician,on\nV1,S1,E1,M1,2024-03-04\n", on=DAY)
    with pytest.raises(TypeError, match="on: found"):
        mt.digest(visits, on="2024-03-16")
    with pytest.raises(TypeError, match="events: found"):
        mt.digest(visits, on=DAY, events=[])
    with pytest.raises(TypeError, match="visits"):
        mt.digest(3, on=DAY)
