"""How long a header and a function may be."""

import ast
import re
from pathlib import Path
from typing import Iterator

from tree import Fault, code_only, is_cpp, line_of, project_paths, read

LONGEST_HEADER = 250
LONGEST_FUNCTION = 40

# What stands between a parameter list and the brace of a function's body.
_TAIL = re.compile(
    r"\)\s*(?:(?:const|noexcept(?:\s*\([^()]*\))?|override|final|mutable|constexpr|try|&&?)\s*)*"
    r"(?:->\s*[\w:<>,\s*&\[\]()]+|requires\b.*|:[^:].*)?$",
    re.DOTALL,
)
_NOT_A_FUNCTION = re.compile(r"^\s*(?:if|for|while|switch|catch|do|else|return|namespace|class|struct|enum|union)\b")
_LAMBDA_WITHOUT_PARAMETERS = re.compile(r"\[[^\[\]]*\]\s*$")


def _opens_function(before: str) -> bool:
    """Whether a brace after `before` (the text since the last ; { or }) opens the body of a function or of a lambda."""
    if _NOT_A_FUNCTION.match(before):
        return False
    if _LAMBDA_WITHOUT_PARAMETERS.search(before):
        return "=" in before or "(" in before
    return bool(_TAIL.search(before))


def functions_of(code: str) -> Iterator[tuple[int, int, str]]:
    """First line, number of lines from brace to brace, and heading of every outermost function body."""
    code = re.sub(r"^[ \t]*#.*(?:\\\n.*)*", "", code, flags=re.MULTILINE)
    depth, start, opened_at, heading, since = 0, None, 0, "", 0
    for found in re.finditer(r"[{};]", code):
        if found[0] == "{":
            if start is None and _opens_function(code[since : found.start()]):
                start, opened_at, heading = depth, line_of(code, found.start()), code[since : found.start()]
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if start == depth:
                yield opened_at, line_of(code, found.start()) - opened_at + 1, " ".join(heading.split())
                start = None
        since = found.end()


def check_headers(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        if is_cpp(path, "include", "src", "bindings") and not path.endswith(".cpp"):
            lines = len(read(root, path).splitlines())
            if lines > LONGEST_HEADER:
                yield Fault(path, lines, "header size", f"{lines} lines, {LONGEST_HEADER} at most: one noun or act per header")


def check_functions(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        if is_cpp(path, "include", "src", "bindings"):
            for line, length, heading in functions_of(code_only(read(root, path))):
                if length > LONGEST_FUNCTION:
                    yield Fault(path, line, "function size", f"{length} lines, {LONGEST_FUNCTION} at most: …{heading[-60:]}")
        elif path.startswith("bindings/python/") and path.endswith(".py"):
            yield from _long_python_functions(path, read(root, path))


def _long_python_functions(path: str, text: str) -> Iterator[Fault]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (node.end_lineno or node.lineno) - body[0].lineno + 1 if body else 0
            if length > LONGEST_FUNCTION:
                yield Fault(path, node.lineno, "function size", f"{length} lines, {LONGEST_FUNCTION} at most: {node.name}")
