"""Who may include whom: layers go up, and each heavy dependency has one door."""

import posixpath
import re
from pathlib import Path
from typing import Iterator

from tree import Fault, code_only, is_cpp, line_of, project_paths, read

LAYERS = [
    {"vocabulary"},
    {"protocol", "case", "identification", "outreach"},
    {"pathway", "sharing"},
    {"register"},
    {"indicators", "disclosure"},
    {"io", "conformance"},
    {"command", "bindings"},
]
RANK = {folder: rank for rank, folders in enumerate(LAYERS) for folder in folders}
STRANGERS = [{"protocol", "case"}]

# Third-party header -> the only places of the library that may include it.
DOORS = {
    r"nlohmann/": r"src/",
    r"date/date\.h$": r"include/maintien/vocabulary/day\.hpp$",
    r"date/(?!date\.h$)": r"(?!)",
    r"boost/": r"include/maintien/indicators/beta_gamma\.hpp$",
    r"CLI/": r"src/command/",
    r"kainjow/": r"src/io/letter_document\.cpp$",
    r"pybind11/": r"bindings/python/",
    r"(gtest|gmock|rapidcheck|benchmark)[/.]": r"(?!)",
}
FORBIDDEN_CODE = {
    r"\bdate::(parse|from_stream)\b": "date::parse reads 01/02/24 as the year 24 and ignores trailing text",
    r"\b(system_clock|random_device|localtime|gmtime|setlocale)\b|\bstd::time\s*\(": "no clock, chance or locale: the day is an argument",
}
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def layer_of(path: str) -> str | None:
    """The layer a file or an include belongs to; None for the umbrella, the version and third parties."""
    parts = path.split("/")
    if parts[0] == "bindings":
        return "bindings"
    for prefix in (["include", "maintien"], ["maintien"], ["src"]):
        if parts[: len(prefix)] == prefix and len(parts) > len(prefix) + 1:
            return parts[len(prefix)]
    return parts[0] if parts[0] in RANK and len(parts) > 1 else None


def _target_of(path: str, include: str, known: set[str]) -> str:
    """The project file an include names, when it is one: beside the including file or under src/."""
    if ".." in include:
        return include
    for candidate in (posixpath.join(posixpath.dirname(path), include), posixpath.join("src", include)):
        if posixpath.normpath(candidate) in known:
            return posixpath.normpath(candidate)
    return include


def includes_of(root: Path) -> Iterator[tuple[str, int, str]]:
    paths = project_paths(root)
    for path in paths:
        if is_cpp(path, "include", "src", "bindings"):
            text = read(root, path)
            for found in _INCLUDE.finditer(text):
                yield path, line_of(text, found.start()), _target_of(path, found[2], set(paths))


def check_layers(root: Path) -> Iterator[Fault]:
    sideways: dict[tuple[str, str], tuple[str, int]] = {}
    for path, line, include in includes_of(root):
        source, target = layer_of(path), layer_of(include)
        if ".." in include:
            yield Fault(path, line, "layers", f"{include} climbs out of its folder: include <maintien/…> by its full path")
        if source and include == "maintien/maintien.hpp" and RANK.get(source, 0) < RANK["bindings"]:
            yield Fault(path, line, "layers", "the umbrella is for users; include what is needed")
        if not source or not target or source == target:
            continue
        for folder in {source, target} - set(RANK):
            yield Fault(path, line, "layers", f"{folder} is no layer of DESIGN; known: {', '.join(sorted(RANK))}")
        if {source, target} <= set(RANK):
            if RANK[target] > RANK[source]:
                yield Fault(path, line, "layers", f"{source} includes {target}, which stands above it")
            if {source, target} in STRANGERS:
                yield Fault(path, line, "layers", f"{source} and {target} do not know each other; they meet in pathway")
            sideways.setdefault((source, target), (path, line))
    for (source, target), (path, line) in sideways.items():
        if source < target and (target, source) in sideways and RANK[source] == RANK[target]:
            yield Fault(path, line, "layers", f"{source} and {target} include each other")


def check_doors(root: Path) -> Iterator[Fault]:
    for path, line, include in includes_of(root):
        for third_party, door in DOORS.items():
            if re.match(third_party, include) and not re.match(door, path):
                yield Fault(path, line, "doors", f"{include} may not be included here")


def check_forbidden_code(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        if is_cpp(path, "include", "src") and not path.startswith("src/command/"):
            code = code_only(read(root, path))
            for pattern, why in FORBIDDEN_CODE.items():
                for found in re.finditer(pattern, code):
                    yield Fault(path, line_of(code, found.start()), "forbidden", f"{found[0].strip()}: {why}")
