"""The scenario kit from Python: our own package passes it, and a program that answers otherwise is told where."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import maintien as mt

KIT = Path(__file__).resolve().parents[1] / "conformance/scenarios"
STORIES = sorted(KIT.glob("stories/*.json"))


@pytest.fixture(scope="module")
def kit():
    return mt.scenarios()


@cache
def deadline_rules(protocol: str) -> set[str]:
    return {limit["id"] for limit in json.loads(mt.Protocol(protocol).to_json())["time_limits"]} | {"follow_up"}


def package(scenario: mt.Scenario) -> dict:
    """What this package answers through its public functions, as a vendor's software would through its own."""
    about = (scenario.then or (scenario.entries or [{"case": "1"}])[0])
    file = mt.CaseFile(about["case"], about.get("service"))
    for entry in scenario.entries:
        if (entry["case"], entry.get("service")) == (file.case, file.service):
            file.add(**attributes_of(entry))
    answer: dict = {}
    if scenario.then:
        verdict = file.admit(protocol=scenario.protocol, **attributes_of(scenario.then))
        answer |= {"accepted": bool(verdict), "refused": [] if verdict else [{"rule": verdict.rule}]}
    answer["stage"] = file.stage(scenario.as_of, scenario.protocol)
    if "agenda" in scenario.expect:
        items = file.agenda(scenario.as_of, scenario.protocol)
        answer["agenda"] = [{"rule": item.rule, "due": item.due} for item in items if item.rule in deadline_rules(scenario.protocol)]
    if "report" in scenario.expect:
        answer["report"] = rows_of(scenario, file)
    return answer


def attributes_of(entry: dict) -> dict:
    return {name: value for name, value in entry.items() if name not in ("case", "service")}


def rows_of(scenario: mt.Scenario, file: mt.CaseFile) -> list[dict]:
    others = [entry for entry in scenario.entries if (entry["case"], entry.get("service")) != (file.case, file.service)]
    lines = [json.loads(json.dumps(entry, default=lambda value: value.isoformat()[:10])) for entry in others]
    lines += json.loads(file.export(scenario.as_of).to_json())["cases"][0]["entries"]
    report = mt.report(mt.read_events("".join(json.dumps(line) + "\n" for line in lines)), scenario.protocol, as_of=scenario.as_of)
    wanted = [(row["indicator"], row["variant"], row["category"]) for row in scenario.expect["report"]]
    numbers = ("numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper")
    return [
        {"indicator": row.indicator, "variant": row.variant, "category": row.category} | {name: row[name] for name in numbers}
        for row in report
        if not row.by and (row.indicator, row.variant, row.category) in wanted
    ]


def test_the_kit_comes_with_the_package(kit):
    assert [scenario.place.rsplit("scenarios/", 1)[1] for scenario in kit] == [
        scenario.place.rsplit("scenarios/", 1)[1] for scenario in mt.scenarios(*sorted(KIT.rglob("*.json*")))
    ]
    assert len(STORIES) >= 14 and len(kit) > 2000


def test_the_engine_passes_the_kit(kit):
    results = mt.conform(scenarios=kit)
    assert len(results) == len(kit) and [result for result in results if not result] == []


def test_the_package_passes_the_kit_through_its_public_functions(kit):
    assert [result for result in mt.conform(package, kit) if not result] == []


def test_a_program_that_answers_otherwise_is_told_where():
    calls = mt.scenarios(KIT / "stories/employer_calls.json")
    (result,) = mt.conform(lambda scenario: {"stage": mt.Stage.referred, "refused": [{"rule": "employer_contact"}]}, calls)
    assert not result and not result.passed and result.scenario is calls[0]
    assert result.mismatches == (
        mt.Mismatch("the proposed entry", "refused by employer_contact", "accepted"),
        mt.Mismatch("stage", "referred", "contacted"),
    )
    assert "stage: found referred, expected contacted" in repr(result)


def test_a_program_that_says_nothing_fails_every_scenario(kit):
    assert not any(mt.conform(lambda scenario: {}, kit[-50:]))


def test_a_scenario_has_typed_parts():
    (scenario,) = mt.scenarios(KIT / "stories/employer_calls.json")
    assert (scenario.protocol, scenario.as_of, scenario.title.text("en")) == ("common_core/1", date(2024, 3, 11), scenario.title.en)
    assert scenario.then["channel"] is mt.Channel.phone and scenario.entries[0]["on"] == date(2024, 3, 4)
    assert scenario.expect == {"stage": mt.Stage.contacted, "accepted": True}
    assert repr(scenario).endswith(f"employer_calls.json: {scenario.title.en}>")


def test_what_is_expected_is_what_the_document_says(kit):
    documents = [json.loads(line) for path in sorted(KIT.rglob("*.json*")) for line in ([path.read_text()] if path.suffix == ".json" else path.read_text().splitlines())]
    for scenario, document in zip(kit, documents, strict=True):
        said = json.loads(json.dumps(scenario.expect, default=lambda day: day.isoformat()))
        wanted = document["expect"]
        assert said.get("stage") == wanted.get("stage") and said.get("agenda") == wanted.get("agenda") and said.get("refused") == wanted.get("refused")
        assert said.get("accepted") == wanted.get("accepted", False if "refused" in wanted else None)
        for row, one in zip(said.get("report", []), wanted.get("report", []), strict=True):
            assert row == {"variant": None, "category": None} | one


@pytest.mark.parametrize(
    ("answer", "pointer"),
    [({"stage": "nowhere"}, "/stage"), ({"verdict": True}, "/verdict"), ({"agenda": [{"rule": "a", "due": "soon"}]}, "/agenda/0/due")],
)
def test_a_malformed_answer_is_a_fault_of_the_program(answer, pointer):
    calls = mt.scenarios(KIT / "stories/employer_calls.json")
    with pytest.raises(mt.DocumentError) as caught:
        mt.conform(lambda scenario: answer, calls)
    (problem,) = caught.value.problems
    assert problem.pointer == pointer and problem.file.startswith("answer to ") and problem.file.endswith("employer_calls.json")


def test_what_an_adapter_raises_is_not_caught():
    def adapter(scenario):
        raise RuntimeError(scenario.title.en)

    with pytest.raises(RuntimeError, match="The employer calls"):
        mt.conform(adapter, mt.scenarios(KIT / "stories/employer_calls.json"))


def test_wrong_questions_are_refused():
    with pytest.raises(mt.DocumentError) as caught:
        mt.scenarios(b'{"format": "maintien-scenario/2"}')
    assert "/format" in {problem.pointer for problem in caught.value.problems}
    with pytest.raises(TypeError, match="scenarios: found 3"):
        mt.conform(scenarios=[3])
    with pytest.raises(TypeError):
        mt.conform(lambda scenario: object(), mt.scenarios(STORIES[0]))
