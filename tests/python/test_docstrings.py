"""Every public name says what it is and shows it; what it shows is run."""

import doctest
import inspect
from datetime import date

import pytest

import maintien as mt

PLOTS = mt.plot


def documented():
    """Every public name with its docstring, and whether it must hold an example."""
    yield "maintien", mt.__doc__, True
    yield "maintien.plot", PLOTS.__doc__, True
    yield from ((f"plot.{name}", getattr(PLOTS, name).__doc__, True) for name in PLOTS.__all__)
    for name in mt.__all__:
        value = getattr(mt, name)
        yield name, value.__doc__, True
        if not isinstance(value, type):
            continue
        for member, held in vars(value).items():
            if member.startswith("_") or not (isinstance(held, property) or inspect.isroutine(held)):
                continue
            told = getattr(value, member) if isinstance(held, staticmethod) else held
            yield f"{name}.{member}", told.__doc__, inspect.isroutine(held)


DOCUMENTED = list(documented())
# Data frames of other libraries are shown where these are installed.
NEEDED = {"to_arrow": ["pyarrow"], "to_pandas": ["pyarrow", "pandas"], "to_polars": ["polars"]}


@pytest.mark.parametrize(("name", "text", "needs_example"), DOCUMENTED, ids=[name for name, *_ in DOCUMENTED])
def test_docstring(name, text, needs_example, root, monkeypatch):
    assert text and text.strip().splitlines()[0].endswith((".", ":", "``.")), f"{name} does not say what it is"
    monkeypatch.chdir(root)
    shown = doctest.DocTestParser().get_doctest(text, {"mt": mt, "date": date}, name, None, 0)
    assert shown.examples or not needs_example, f"{name} has no example"
    for library in NEEDED.get(name.rpartition(".")[2], []):
        pytest.importorskip(library)
    lines: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(shown, out=lines.append)
    assert result.failed == 0, "".join(lines)
