"""The schemas of docs/format/ are schemas, and every sample and golden file keeps to the one it names."""

import json
from pathlib import Path

import pytest

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = sorted((ROOT / "docs" / "format").glob("*.schema.json"))
SAMPLES = sorted(path for folder in ("tests/golden", "tests/conformance", "examples") for path in (ROOT / folder).rglob("*.json*"))


def validator_of(name: str):
    """The validator of a format such as `maintien-report/1`, or None while it has no schema."""
    path = ROOT / "docs" / "format" / f"{name.replace('/', '-')}.schema.json"
    if not path.exists():
        return None
    return jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def documents_of(path: Path):
    """The documents of a file with the format of each: the first of JSON Lines may say it, else they hold an event a line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        lines = [json.loads(line) for line in filter(None, text.split("\n"))]
        for line in lines:
            yield lines[0].get("format", "maintien-events/1"), line
    else:
        document = json.loads(text)
        if isinstance(document, dict) and "format" in document:
            yield document["format"], document


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_schema_is_a_schema(path):
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_document_keeps_to_its_schema(path):
    for name, document in documents_of(path):
        validator = validator_of(name)
        if validator is not None:
            errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
            assert not errors


@pytest.mark.parametrize(
    "event, fits",
    [
        ({"case": "1", "event": "referral", "on": "2024-03-01", "origin": "pre_return_visit", "sex": None}, True),
        ({"format": "maintien-events/1"}, True),
        ({"case": "1", "event": "action_plan", "on": "2024-03-01", "aspect": ["medical", "social"]}, True),
        ({"case": "1", "event": "amendment", "on": "2024-03-01", "amends": "a", "withdraw": True}, True),
        ({"case": "1", "event": "amendment", "on": "2024-03-01", "amends": "a", "entry": {"event": "entry", "on": "2024-03-02"}}, True),
        ({"case": "1", "event": "amendment", "on": "2024-03-01", "amends": "a"}, False),
        ({"case": "1", "event": "amendment", "on": "2024-03-01", "amends": "a", "entry": {"case": "1", "event": "entry", "on": "2024-03-02"}}, False),
        ({"case": "1", "event": "referral", "on": "2024-03-01"}, False),
        ({"case": "1", "event": "entry", "on": "2024-03-01", "outcome": "training"}, False),
        ({"case": "1", "event": "outcome", "on": "2024-03-01", "outcome": "cured"}, False),
        ({"case": "1", "event": "entry", "on": "2024-03-01", "comment": "x"}, False),
        ({"event": "entry", "on": "2024-03-01"}, False),
    ],
)
def test_event_lines_are_judged_as_the_format_says(event, fits):
    assert validator_of("maintien-events/1").is_valid(event) == fits
