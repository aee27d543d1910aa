"""What several tests share: the invented spreadsheet of examples/data, and the report of the cell on the day it published its table."""

import os
import sysconfig
from datetime import date
from pathlib import Path

import hypothesis
import hypothesis.configuration
import pytest

import maintien as mt

ROOT = Path(__file__).resolve().parents[2]

# The same registers every time, and nothing kept between runs.
hypothesis.settings.register_profile("repeatable", derandomize=True, database=None)
hypothesis.settings.load_profile("repeatable")
hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache/hypothesis")


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
