"""The notebooks run from the first cell to the last, and lead where they say; with a smaller register than a reader's where they are long."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("matplotlib")
ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "docs/notebook").glob("*.py"))


def run(path: Path, out: Path) -> str:
    size = {"MAINTIEN_CASES": "3000", "MAINTIEN_DATA": str(ROOT / "examples/data"), "MAINTIEN_OUT": str(out), "MPLBACKEND": "agg", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([sys.executable, "-W", "error", path], capture_output=True, text=True, encoding="utf-8", cwd=out, env=os.environ | size)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path, tmp_path):
    printed = run(path, tmp_path)
    assert len(printed.splitlines()) >= 5
    if path.stem == "01_from_spreadsheet":
        assert "Inaptitude" in printed and "9 sorties positives sur un total de 12, soit 75,00\u00a0%" in printed and "km_median" in printed
        assert (tmp_path / "bilan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_cells_of_words_and_of_code(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ---\n# jupyter:") and text.count("# %% [markdown]") >= 5 and text.count("\n# %%\n") >= 5


def test_a_notebook_opens_in_jupyter(tmp_path):
    jupytext = pytest.importorskip("jupytext")
    nbclient = pytest.importorskip("nbclient")
    notebook = jupytext.read(NOTEBOOKS[0])
    settings = {"MAINTIEN_DATA": str(ROOT / "examples/data"), "MAINTIEN_OUT": str(tmp_path), "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute(cwd=str(tmp_path))
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = [output["data"] for output in outputs if "data" in output]
    assert sum("image/png" in data for data in shown) == 3
    assert any("<caption>Chiffres clés</caption>" in data.get("text/html", "") for data in shown)
