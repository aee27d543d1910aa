"""The stub, the module and the package say the same."""

import ast
import inspect
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import maintien as mt
from maintien import _core

PACKAGE = Path(mt.__file__).parent
STUB = ast.parse((PACKAGE / "_core.pyi").read_text(encoding="utf-8"))
CLASSES_OF_PYBIND11 = [node.name for node in STUB.body if isinstance(node, ast.ClassDef) and not node.bases]
# pybind11's own metaclass, and its constructor of classes that have none.
OF_PYBIND11 = "\n".join(
    [f"maintien._core.{name}" for name in CLASSES_OF_PYBIND11]
    + [f"maintien._core.{name}.__init__" for name in CLASSES_OF_PYBIND11 if name not in ("CaseFile", "Protocol")]
)


def shape(parameters):
    """Names, kinds and defaults, without the types."""
    return [(one.name, one.kind, one.default if one.default is inspect.Parameter.empty else repr(one.default)) for one in parameters]


def stub_shape(function: ast.FunctionDef):
    spelt = ast.parse(ast.unparse(function)).body[0]
    for one in [*spelt.args.posonlyargs, *spelt.args.args, *spelt.args.kwonlyargs, spelt.args.vararg, spelt.args.kwarg]:
        if one is not None:
            one.annotation = None
    spelt.returns, spelt.body = None, [ast.Pass()]
    held: dict = {}
    exec(compile(ast.fix_missing_locations(ast.Module([spelt], [])), "stub", "exec"), held)
    return shape(inspect.signature(held[spelt.name]).parameters.values())


FUNCTIONS = {node.name: node for node in STUB.body if isinstance(node, ast.FunctionDef)}
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}
METHODS = {
    (name, method.name): method
    for name, node in CLASSES.items()
    for method in node.body
    if isinstance(method, ast.FunctionDef) and not method.name.startswith("__") and not method.decorator_list
}


def test_names_are_the_same():
    shown = {name for name in vars(_core) if not name.startswith("_")}
    assert shown == {name for name in FUNCTIONS.keys() | CLASSES.keys() if not name.startswith("_")}
    assert shown <= set(mt.__all__) and mt.__all__ == sorted(mt.__all__)
    assert all(getattr(mt, name) is getattr(_core, name) for name in shown)


def test_members_of_classes_are_the_same():
    for name, node in CLASSES.items():
        in_stub = {one.name for one in node.body if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")}
        in_module = {one for one, held in vars(getattr(_core, name)).items() if not one.startswith("_") and (inspect.isroutine(held) or isinstance(held, property))}
        assert in_stub == in_module, name


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_of_a_function(name):
    assert stub_shape(FUNCTIONS[name]) == shape(inspect.signature(getattr(_core, name)).parameters.values())


@pytest.mark.parametrize(("name", "method"), METHODS, ids=".".join)
def test_signature_of_a_method(name, method):
    assert stub_shape(METHODS[name, method]) == shape(inspect.signature(getattr(getattr(_core, name), method)).parameters.values())


def test_signature_of_constructors():
    assert str(inspect.signature(mt.CaseFile)) == "(case, service=None)"
    assert str(inspect.signature(mt.Protocol)) == "(name)"


def test_closed_lists_are_written_from_the_module(root):
    writer = runpy.run_path(str(root / "tests/python/write_stub.py"))
    by_hand, lists = (root / "bindings/python/maintien/_core.pyi").read_text(encoding="utf-8").split(writer["MARK"])
    assert lists == writer["closed_lists"](), "python tests/python/write_stub.py bindings/python/maintien/_core.pyi"


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").exists()


def test_mypy_finds_nothing(tmp_path):
    ran = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, "-p", "maintien"], capture_output=True, text=True, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_stubtest_finds_nothing(tmp_path):
    (tmp_path / "allowed").write_text(OF_PYBIND11)
    command = [sys.executable, "-m", "mypy.stubtest", "maintien", "--concise", "--allowlist", "allowed"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr


WRITTEN_BY_USERS = """
from datetime import date
import maintien as mt

day = date(2026, 2, 10)
events = mt.read_events("events.jsonl")
answer = mt.letter("employer_notice", events, "1", as_of=day)
if answer:
    print(answer.to_text())
else:
    print(answer.reasons[0].text("en"))
for item in mt.agenda(events, as_of=day):
    due: date | None = item.due
    who: mt.Actor = item.who
view = mt.view(events, "1", audience=mt.AudienceRole.employer, as_of=day)
entry: dict[str, object] = dict(view.history[0])
rest: mt.Events = mt.erase_person(events, "1").rest
file: mt.CaseFile = mt.CaseFile("1").erase(day).rest
digest = mt.digest("visits.csv", on=day)
kind: mt.Origin | None = digest.physicians[0].visits[0].kind
period: tuple[date, date] = digest.period


def adapter(scenario: mt.Scenario) -> dict[str, object]:
    return {"stage": mt.CaseFile("1").stage(scenario.as_of)}


print(all(mt.conform(adapter)), mt.Protocol.from_file("own.json").version_on(day).diagram("dot", language="en"))
"""


def test_what_users_write_is_typed(tmp_path):
    (tmp_path / "use.py").write_text(WRITTEN_BY_USERS)
    ran = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, "use.py"], capture_output=True, text=True, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
