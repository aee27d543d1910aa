"""The Python examples print what they say they print."""

import difflib
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted(Path(__file__).resolve().parents[2].glob("examples/*/*.py"))


def test_there_are_examples():
    assert [path.parent.name for path in EXAMPLES][:2] == ["01_first_case", "02_statistician"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_example(path, root):
    ran = subprocess.run([sys.executable, path], capture_output=True, text=True, encoding="utf-8", cwd=root, env={"PYTHONIOENCODING": "utf-8"})
    assert ran.returncode == 0, ran.stderr
    expected = (path.parent / "expected.txt").read_text(encoding="utf-8")
    assert ran.stdout == expected, "".join(difflib.unified_diff(expected.splitlines(True), ran.stdout.splitlines(True), "expected.txt", "printed"))
