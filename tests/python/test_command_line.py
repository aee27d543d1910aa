"""The package and the program are two doors to one house: the same question has the same bytes for an answer."""

import subprocess
from datetime import date

import pytest

import maintien as mt

QUESTIONS = [
    ("aist43_cme", {"as_of": date(2020, 11, 12)}),
    ("common_core", {"as_of": date(2020, 11, 12)}),
    ("aist43_cme", {"as_of": date(2020, 10, 1), "from_": date(2020, 7, 1), "to": date(2020, 9, 30), "by": "sex,month"}),
    ("aist43_cme", {"as_of": date(2020, 11, 12), "known_on": date(2020, 9, 1), "level": 0.9, "interval": "jeffreys", "by": "service"}),
]


def run(program, *arguments):
    ran = subprocess.run([program, *map(str, arguments)], capture_output=True)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode("utf-8")


def options_of(question):
    for name, value in question.items():
        yield "--" + name.rstrip("_").replace("_", "-")
        yield str(value)


@pytest.fixture(scope="module")
def events_file(tmp_path_factory, program, table, mapping):
    path = tmp_path_factory.mktemp("imported") / "events.jsonl"
    run(program, "import", table, "--mapping", mapping, "-o", path)
    return path


@pytest.mark.parametrize("name", ["events.jsonl", "events.csv"])
def test_an_import_writes_the_same_events(tmp_path, program, table, mapping, cell, name):
    run(program, "import", table, "--mapping", mapping, "-o", tmp_path / name)
    cell.write(tmp_path / ("my_" + name))
    assert (tmp_path / ("my_" + name)).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(("protocol", "question"), QUESTIONS)
def test_reports_are_the_same_bytes(program, cell, events_file, protocol, question):
    report = mt.report(cell, protocol, **question)
    asked = ["report", events_file, "--protocol", protocol, *options_of(question)]
    assert run(program, *asked, "--format", "json") == report.to_json()
    assert run(program, *asked, "--format", "csv") == report.to_csv()
    for language in ("fr", "en"):
        assert run(program, *asked, "--format", "text", "--lang", language) == report.to_text(language)


def test_an_invented_register_is_the_same(tmp_path, program):
    path = tmp_path / "events.jsonl"
    run(program, "simulate", "--cases", 300, "--seed", 5, "--protocol", "aist43_cme", "-o", path)
    invented = mt.simulate(cases=300, seed=5, protocol="aist43_cme")
    assert list(mt.read_events(path)) == list(invented)
    invented.write(tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == path.read_bytes()
