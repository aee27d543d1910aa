"""The tree mirrors itself: headers, bodies and tests share one path; the top level holds nothing else."""

import re
from pathlib import Path
from typing import Iterator

from includes import RANK
from tree import Fault, is_text, line_of, project_paths, read

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "LICENSE", "pyproject.toml", "dev",
    "include", "src", "bindings", "examples", "tests", "docs", "benchmarks",
}  # fmt: skip
UMBRELLA = "include/maintien/maintien.hpp"
_UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
_MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.~-])/(?:work|farm|home|root|Users)/\w")


def check_tests(root: Path) -> Iterator[Fault]:
    """Every header has its test of the same path."""
    paths = set(project_paths(root))
    for path in sorted(paths):
        if path.startswith("include/maintien/") and path.endswith(".hpp") and path != UMBRELLA:
            test = path.replace("include/maintien/", "tests/", 1).removesuffix(".hpp") + "_test.cpp"
            if test not in paths:
                yield Fault(path, 1, "mirror", f"has no test {test}")


def check_places(root: Path) -> Iterator[Fault]:
    """Public headers live in include/maintien/<layer>/, and nowhere else."""
    for path in project_paths(root):
        parts = path.split("/")
        if parts[0] == "include" and path != UMBRELLA:
            if len(parts) < 4 or parts[1] != "maintien" or parts[2] not in RANK:
                yield Fault(path, 1, "places", f"stands in no layer; known: {', '.join(sorted(RANK))}")


def check_top_level(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        first = path.split("/")[0]
        if first not in TOP_LEVEL and not first.startswith(".") and not (first == path and first.endswith(".md")):
            yield Fault(path, 1, "top level", f"{first} does not belong at the top")


def check_pragma_once(root: Path) -> Iterator[Fault]:
    for path in project_paths(root):
        if path.startswith("include/") and path.endswith(".hpp") and not re.search(r"^#pragma once$", read(root, path), re.M):
            yield Fault(path, 1, "pragma once", "a header starts with #pragma once")


def check_marks(root: Path) -> Iterator[Fault]:
    """No mark of unfinished work, no path of somebody's machine."""
    for path in project_paths(root):
        if is_text(path):
            text = read(root, path)
            for found in _UNFINISHED.finditer(text):
                yield Fault(path, line_of(text, found.start()), "unfinished", f"{found[0]}: finish it or open an issue")
            for found in _MACHINE_PATH.finditer(text):
                yield Fault(path, line_of(text, found.start() + 1), "machine path", f"…{found[0].strip()}… is a path of one machine")
