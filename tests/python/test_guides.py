"""The Python of the guides prints what it says it prints, on the demonstration data."""

import doctest
import os
import re
import shutil
from pathlib import Path

import pytest

GUIDES = sorted((Path(__file__).resolve().parents[2] / "docs/guide").glob("*.md"))


def python_of(page: Path) -> str:
    return "\n".join(re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))


def test_there_is_python_in_the_guides():
    assert sum(">>> " in python_of(page) for page in GUIDES) >= 3


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_the_python_of_a_guide_runs(page, root, monkeypatch):
    monkeypatch.chdir(root / "examples/data")
    for library in re.findall(r"^>>> (?:import|from) (polars|pandas|pyarrow|duckdb|openpyxl|pyspark)\b", python_of(page), re.MULTILINE):
        pytest.importorskip(library)
        if library == "pyspark" and not (shutil.which("java") or os.environ.get("JAVA_HOME")):
            pytest.skip("no Java")
    if "xlsx" in python_of(page):
        pytest.importorskip("python_calamine")
    shown = doctest.DocTestParser().get_doctest(python_of(page), {}, page.name, str(page), 0)
    lines: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(shown, out=lines.append)
    assert result.failed == 0, "".join(lines)
