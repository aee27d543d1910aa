"""One spelling everywhere: list, enumerator, code, Python member."""

import ast
import re
from pathlib import Path
from typing import Iterator

from tree import Fault, code_only, line_of, project_paths, read

VOCABULARY = "include/maintien/vocabulary/"
STUB = "bindings/python/maintien/_core.pyi"
_ENUM = re.compile(r"\benum\s+class\s+(\w+)\s*(?::[\w:\s]+)?\{([^}]*)\}")
_TABLE = re.compile(r"\bterms_of<(\w+)>\s*=")
_LIST_NAME = re.compile(r'\blist_name_of<(\w+)>\s*=\s*"([^"]*)"')
# Codes that C++ or Python refuses as a name take an underscore.
KEYWORDS = set("public private protected register union not and or case default class new delete this true false".split())


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def spelt_in_code(code: str) -> str:
    """The enumerator of a code: the code itself, or the nearest name where the languages refuse it."""
    if code[:1].isdigit():
        return f"_{code}"
    return f"{code}_" if code in KEYWORDS else code


def enumerators_of(body: str) -> list[str]:
    return [item.split("=")[0].strip() for item in body.split(",") if item.strip()]


def _enums(code: str) -> Iterator[tuple[str, list[str], int]]:
    for found in _ENUM.finditer(code):
        yield found[1], enumerators_of(found[2]), line_of(code, found.start())


def _faults_of_rows(path: str, text: str, name: str, enumerators: list[str], line: int) -> Iterator[Fault]:
    rows = re.findall(rf'\{{\s*{name}::(\w+)\s*,\s*"([^"]*)"', text)
    for enumerator, code in rows:
        if enumerator != spelt_in_code(code):
            yield Fault(path, line, "spelling", f'{name}::{enumerator} has the code "{code}"')
    if [enumerator for enumerator, _ in rows] != enumerators:
        yield Fault(path, line, "spelling", f"terms_of<{name}> does not list the enumerators of {name}, each once, in order")


def check_vocabulary(root: Path) -> Iterator[Fault]:
    """Every enumerator of a closed list is its own code, and the list's name is the type's."""
    for path in project_paths(root):
        if not path.startswith(VOCABULARY) or not path.endswith(".hpp"):
            continue
        text = read(root, path)
        tables = set(_TABLE.findall(text))
        for name, enumerators, line in _enums(code_only(text)):
            for enumerator in enumerators:
                if not re.fullmatch(r"[a-z0-9_]+|[A-Z]", enumerator):
                    yield Fault(path, line, "spelling", f"{name}::{enumerator} is not snake_case")
            if name in tables:
                yield from _faults_of_rows(path, text, name, enumerators, line)
        for found in _LIST_NAME.finditer(text):
            if found[2] != snake_case(found[1]):
                yield Fault(path, line_of(text, found.start()), "spelling", f'the list of {found[1]} is named "{found[2]}"')


def check_file_names(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        if path.startswith(("include/", "src/", "bindings/")) and re.search(r"\.(hpp|h|cpp|py)$", path):
            if not re.fullmatch(r"[a-z0-9_]+", Path(path).stem):
                yield Fault(path, 1, "spelling", "file names are snake_case")


def _members_of(node: ast.ClassDef) -> list[str]:
    targets: list[ast.expr] = []
    for statement in node.body:
        if isinstance(statement, ast.Assign):
            targets += statement.targets
        elif isinstance(statement, ast.AnnAssign) and "property" not in ast.unparse(statement.annotation):
            targets.append(statement.target)
    return [target.id for target in targets if isinstance(target, ast.Name) and not target.id.startswith("_")]


def check_python_members(root: Path) -> Iterator[Fault]:
    """A closed list that the Python stub shows has the same members there."""
    if STUB not in project_paths(root):
        return
    lists = {
        name: enumerators
        for path in project_paths(root)
        if path.startswith(VOCABULARY)
        for name, enumerators, _ in _enums(code_only(read(root, path)))
    }
    for node in ast.parse(read(root, STUB)).body:
        if isinstance(node, ast.ClassDef) and node.name in lists and any("Enum" in ast.unparse(base) for base in node.bases):
            if _members_of(node) != lists[node.name]:
                yield Fault(STUB, node.lineno, "spelling", f"{node.name} has other members than the C++ list")
