#!/usr/bin/env python3
"""Whether a wheel holds what the package promises: `wheel_listing.py WHEEL` prints what is missing, and fails."""

import sys
import zipfile
from fnmatch import fnmatch

EXPECTED = [
    "maintien/_core.*",
    "maintien/_core.pyi",
    "maintien/stats.pyi",
    "maintien/py.typed",
    "maintien/smoke.py",
    "maintien/spark.py",
    "maintien/testing.py",
    "maintien/plot/__init__.py",
    "maintien/scenarios/generated/*.jsonl",
    "maintien/scenarios/stories/*",
    "maintien-*.data/scripts/maintien*",
    "maintien-*.dist-info/licenses/LICENSE",
]
UNWANTED = ["*.hpp", "*.cpp", "*.a", "*.cmake", "tests/*", "docs/*"]
ENTRY_POINTS = ["[pytest11]", "maintien = maintien.testing"]


def faults(path: str) -> list[str]:
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        points = "".join(wheel.read(name).decode() for name in names if fnmatch(name, "*.dist-info/entry_points.txt"))
    # The pattern of a module is met by the compiled one, not by its stub.
    held = [name for name in names if not name.endswith(".pyi")]
    missing = [f"{pattern} is missing" for pattern in EXPECTED if not any(fnmatch(name, pattern) for name in (names if pattern.endswith(".pyi") else held))]
    unwanted = [f"{name} does not belong in it" for name in names for pattern in UNWANTED if fnmatch(name, pattern)]
    return missing + unwanted + [f"no entry point {line}" for line in ENTRY_POINTS if line not in points.splitlines()]


def main() -> None:
    told = [f"{path}: {fault}" for path in sys.argv[1:] for fault in faults(path)]
    sys.exit("\n".join(told) if told else 0)


if __name__ == "__main__":
    main()
