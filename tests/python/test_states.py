"""States: the numbers behind a report without its cases, the same bytes as the program's; what does not add up is told."""

import json
import pickle
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)
QUESTION = {"as_of": DAY, "from_": date(2023, 1, 1)}
ASKED = ["--protocol", "common_core", "--as-of", "2024-12-31", "--from", "2023-01-01"]


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """The cases of one service: nothing of them is lost when they are added up."""
    path = tmp_path_factory.mktemp("simulated") / "events.jsonl"
    mt.simulate(cases=3000, seed=4).write(path)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line).get("service") == "sst-01"]
    return mt.read_events("\n".join(lines).encode())


@pytest.fixture(scope="module")
def register_file(register, tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "events.jsonl"
    register.write(path)
    return path


@pytest.fixture(scope="module")
def whole(register):
    return mt.state(register, **QUESTION, by="service,sex")


def test_a_state_is_the_same_bytes(ask, tmp_path, register_file, whole):
    ask("report", register_file, *ASKED, "--by", "service,sex", "--partial", tmp_path / "state.json")
    assert (tmp_path / "state.json").read_text(encoding="utf-8") == whole.to_json()
    whole.write(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "state.json").read_bytes()
    assert mt.State.from_file(tmp_path / "state.json") == whole


def test_a_part_is_the_same_bytes(ask, tmp_path, register, register_file):
    for options, question in [(ASKED, QUESTION), (ASKED[:4], {"as_of": DAY})]:
        ask("report", register_file, *options, "--partial", tmp_path / "part.json", "--part", "2/3")
        assert (tmp_path / "part.json").read_text(encoding="utf-8") == mt.state(register, **question, part=(2, 3)).to_json()


def test_a_report_of_a_state_is_that_of_its_cases(ask, tmp_path, register, whole):
    whole.write(tmp_path / "state.json")
    report = mt.report(whole)
    for way, form in [(report.to_json, "json"), (report.to_csv, "csv")]:
        assert ask("report", "--from-state", tmp_path / "state.json", "--format", form) == way()
    assert ask("report", "--from-state", tmp_path / "state.json", "--lang", "en") == report.to_text("en")
    assert report.to_json() == mt.report(register, **QUESTION, by="service,sex").to_json()


def test_parts_add_up_in_any_order(register, whole):
    parts = [mt.state(register, **QUESTION, by=("service", "sex"), part=(i, 4)) for i in (3, 1, 4, 2)]
    assert [source.parts for source in parts[0].sources] == [4]
    assert mt.merge(parts) == whole == mt.merge([whole])
    assert mt.merge(iter(parts[::-1])).to_json() == whole.to_json()
    assert hash(mt.merge(parts)) == hash(whole)


def test_services_add_up_as_the_program_adds_them(ask, tmp_path, register, whole, cell):
    other = mt.state(cell, **QUESTION, by="service,sex")
    whole.write(tmp_path / "a.json")
    other.write(tmp_path / "b.json")
    merged = mt.merge([other, whole])
    assert ask("merge", tmp_path / "a.json", tmp_path / "b.json") == merged.to_json()
    assert merged.cases == whole.cases + 103
    assert mt.report(merged).row("referrals", "persons").null_reason == mt.NullReason.not_mergeable


def test_states_that_do_not_add_up_tell_why(register, whole):
    with pytest.raises(mt.DocumentError) as caught:
        mt.merge([whole, mt.state(register, **QUESTION)])
    (problem,) = caught.value.problems
    assert (problem.file, problem.pointer) == ("state 2", "/by") and "state 1" in problem.expected
    with pytest.raises(mt.DocumentError, match="not in already"):
        mt.merge([whole, whole])


def test_a_state_without_all_its_parts_is_not_finished(register):
    with pytest.raises(mt.DocumentError, match="merge them first"):
        mt.report(mt.state(register, **QUESTION, part=(1, 2)))


def test_a_state_is_read_from_its_document(whole):
    assert mt.State.from_json(whole.to_json()) == mt.State.from_json(json.loads(whole.to_json())) == mt.State.from_json(whole.to_json().encode()) == whole
    assert pickle.loads(pickle.dumps(whole)) == whole
    broken = json.loads(whole.to_json()) | {"level": 2}
    with pytest.raises(mt.DocumentError) as caught:
        mt.State.from_json(broken)
    assert (caught.value.problems[0].file, caught.value.problems[0].pointer) == ("<state>", "/level")


def test_a_state_tells_what_it_is_about(whole):
    assert (whole.protocol, whole.as_of, whole.known_on, whole.period, whole.level) == ("common_core", DAY, None, (date(2023, 1, 1), DAY), 0.95)
    assert whole.by == (mt.StratumKey.service, mt.StratumKey.sex)
    assert repr(whole) == f"<State common_core as of 2024-12-31: {whole.cases} cases of {len(whole.sources)} source{'s' * (len(whole.sources) > 1)}>"
    assert whole != "a state"


def test_a_register_already_replayed_gives_the_same_state(register):
    assert mt.state(mt.replay(register, as_of=DAY), from_=QUESTION["from_"]) == mt.state(register, **QUESTION)


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ({"part": (0, 3)}, ValueError, r"found \(0, 3\), expected \(i, n\)"),
        ({"part": "1/3"}, TypeError, "found '1/3'"),
        ({"as_of": None}, TypeError, "state\\(\\) of Events needs as_of"),
    ],
)
def test_wrong_states_are_refused(register, wrong, error, words):
    with pytest.raises(error, match=words):
        mt.state(register, **{**QUESTION, **wrong})


def test_what_is_no_state_is_refused(whole):
    with pytest.raises(TypeError, match="expected a State"):
        mt.merge([whole, whole.to_json()])
    with pytest.raises(ValueError, match="no state"):
        mt.merge([])
    for question in ({"as_of": DAY}, {"by": "sex"}, {"level": 0.95}):
        with pytest.raises(TypeError, match="from it"):
            mt.report(whole, **question)
    with pytest.raises(ValueError, match="keeps no cases"):
        mt.report(whole).explain("referrals")
