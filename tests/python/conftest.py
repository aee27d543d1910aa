"""What several tests share: the invented spreadsheet of examples/data, and the report of the cell on the day it published its table."""

import os
import subprocess
import sys
import sysconfig
from datetime import date
from pathlib import Path

import hypothesis
import hypothesis.configuration
import pytest

import maintien as mt

os.environ["MPLBACKEND"] = "agg"  # drawn for the tests alone, on no screen
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # Spark's tasks run in the environment of the tests

ROOT = Path(__file__).resolve().parents[2]

# The same registers every time, and nothing kept between runs.
hypothesis.settings.register_profile("repeatable", derandomize=True, database=None)
hypothesis.settings.load_profile("repeatable")
hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache/hypothesis")


@pytest.fixture(autouse=True)
def no_figure_stays_open():
    """What an example or a test draws is put away."""
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def program() -> str:
    """The `maintien` program: MAINTIEN_PROGRAM, or the one installed with the package. Without it the tests fail, they are not skipped."""
    installed = Path(sysconfig.get_path("scripts"), "maintien")
    path = Path(os.environ.get("MAINTIEN_PROGRAM", installed)).resolve()
    assert path.is_file(), f"no program at {path}: install the package, or name the program in MAINTIEN_PROGRAM"
    return str(path)


@pytest.fixture(scope="session")
def ask(program: str):
    """Asks the program as a shell would: `ask("agenda", path, "--as-of", day, status=0)` gives what it prints."""

    def asked(*arguments: object, status: int = 0) -> str:
        ran = subprocess.run([program, *map(str, arguments)], capture_output=True)
        assert ran.returncode == status, ran.stderr.decode()
        return ran.stdout.decode("utf-8")

    return asked


@pytest.fixture(scope="session")
def dossier() -> Path:
    """Two invented cases: one with something for every reader, one whose worker is on sick leave."""
    return ROOT / "examples/data/dossier.jsonl"


@pytest.fixture(scope="session")
def two_cases(dossier: Path) -> mt.Events:
    return mt.read_events(dossier)


@pytest.fixture(scope="session")
def invented(tmp_path_factory) -> tuple[mt.Events, Path]:
    """An invented register, and the file that holds it."""
    events = mt.simulate(cases=400, seed=3)
    path = tmp_path_factory.mktemp("invented") / "events.jsonl"
    events.write(path)
    return events, path


@pytest.fixture(scope="session")
def table() -> Path:
    return ROOT / "examples/data/cellule.csv"


@pytest.fixture(scope="session")
def mapping() -> Path:
    return ROOT / "examples/data/cellule.mapping.json"


@pytest.fixture(scope="session")
def cell(table: Path, mapping: Path) -> mt.Events:
    """The events of the invented cell."""
    return mt.import_table(table, mapping)


@pytest.fixture(scope="session")
def published(cell: mt.Events) -> mt.Report:
    """The report of the day the cell showed its table."""
    return mt.report(cell, "aist43_cme", as_of=date(2020, 11, 12))
