#!/usr/bin/env python3
"""Checks the written rules of the house on a tree: `check.py [ROOT]`. Exit status 1 when a rule is broken."""

import sys
from pathlib import Path
from typing import Callable, Iterator

import includes
import mirror
import sizes
import spelling
from tree import Fault

Check = Callable[[Path], Iterator[Fault]]
CHECKS: list[Check] = [
    includes.check_layers,
    includes.check_doors,
    includes.check_forbidden_code,
    mirror.check_tests,
    mirror.check_places,
    mirror.check_top_level,
    mirror.check_pragma_once,
    mirror.check_marks,
    sizes.check_headers,
    sizes.check_functions,
    spelling.check_vocabulary,
    spelling.check_file_names,
    spelling.check_python_members,
]


def faults_of(root: Path) -> list[Fault]:
    return [fault for check in CHECKS for fault in check(root)]


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2])
    faults = faults_of(root)
    for fault in faults:
        print(fault)
    print(f"architecture: {len(CHECKS)} checks, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
