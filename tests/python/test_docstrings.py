"""Every public name says what it is and shows it; what it shows is run."""

import doctest
import importlib
import inspect
import os
import pkgutil
import shutil
from datetime import date

import pytest

import maintien as mt

# Public is what stands in `__all__` of the package and of its modules, and the methods and properties of those classes. All of it has an example, but for
#   properties: each is one value of a thing, and the example of its class shows how one comes to it;
#   fields of frozen values: told and shown by the docstring of their class;
#   members of closed lists: codes, told by docs/vocabulary.md; the example of the list shows some.
# Data frames of other libraries are shown where these are installed, as are modules of an extra.
NEEDED = {"to_arrow": ["pyarrow"], "to_pandas": ["pyarrow", "pandas"], "to_polars": ["polars"]}
MODULES = ["maintien", *sorted(f"maintien.{module.name}" for module in pkgutil.iter_modules(mt.__path__) if not module.name.startswith("_"))]


def module_called(name):
    """A public module; None without the extra that it needs."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def members(value):
    """The public methods and properties of a class, its own and those of the classes of the package that it builds on."""
    for one in value.__mro__:
        if one.__module__.partition(".")[0] != "maintien":
            continue
        for name, held in vars(one).items():
            if not name.startswith("_") and (isinstance(held, (property, staticmethod, classmethod)) or inspect.isroutine(held)):
                yield name, held


def documented():
    """Every public name once, with its docstring and whether it must hold an example."""
    seen = set()
    for module_name in MODULES:
        module = module_called(module_name)
        if module is None:
            continue
        yield module_name, module.__doc__, True
        before = "" if module_name == "maintien" else module_name.removeprefix("maintien.") + "."
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.ismodule(value) or id(value) in seen:
                continue
            seen.add(id(value))
            yield before + name, value.__doc__, True
            if not isinstance(value, type):
                continue
            for member, held in members(value):
                told = held.__func__ if isinstance(held, (staticmethod, classmethod)) else held
                if id(told) not in seen:
                    seen.add(id(told))
                    yield f"{before}{name}.{member}", told.__doc__ or getattr(value, member).__doc__, not isinstance(held, property)


DOCUMENTED = list(documented())


def need_spark():
    pytest.importorskip("pyspark")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("no Java")


@pytest.mark.parametrize(("name", "text", "needs_example"), DOCUMENTED, ids=[name for name, *_ in DOCUMENTED])
def test_docstring(name, text, needs_example, root, monkeypatch):
    assert text and text.strip().splitlines()[0].endswith((".", ":", "``.")), f"{name} does not say what it is"
    monkeypatch.chdir(root)
    shown = doctest.DocTestParser().get_doctest(text, {"mt": mt, "date": date}, name, None, 0)
    assert shown.examples or not needs_example, f"{name} has no example"
    if "spark" in name.split("."):
        need_spark()
    for library in NEEDED.get(name.rpartition(".")[2], []):
        pytest.importorskip(library)
    lines: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(shown, out=lines.append)
    assert result.failed == 0, "".join(lines)


@pytest.mark.parametrize("name", MODULES)
def test_a_public_module_says_what_is_public(name):
    module = module_called(name)
    if module is None:
        pytest.skip(f"{name} needs an extra that is not installed")
    assert all(hasattr(module, one) and not one.startswith("_") for one in module.__all__)
    assert list(module.__all__) == sorted(module.__all__)


def test_none_is_left_out():
    """What may do without an example is a property, and nothing else: functions, classes and methods all have one."""
    names = {name for name, *_ in DOCUMENTED}
    assert {"import_table", "Report.explain", "Letter.to_text", "stats.kaplan_meier", "plot.stay_in_cell", "testing.differences"} <= names
    without = {name for name, _, needs_example in DOCUMENTED if not needs_example}
    assert all(isinstance(inspect.getattr_static(getattr(mt, name.partition(".")[0]), name.partition(".")[2]), property) for name in without if name.count(".") == 1)
