#!/usr/bin/env python3
"""Runs an example and compares what it prints with its expected.txt: `run_example.py EXPECTED COMMAND…`."""

import difflib
import subprocess
import sys
from pathlib import Path


def main() -> int:
    expected = Path(sys.argv[1]).read_text(encoding="utf-8")
    ran = subprocess.run(sys.argv[2:], capture_output=True, text=True, encoding="utf-8")
    sys.stderr.write(ran.stderr)
    if ran.returncode:
        print(f"{' '.join(sys.argv[2:])}: exit status {ran.returncode}")
        return 1
    difference = list(difflib.unified_diff(expected.splitlines(True), ran.stdout.splitlines(True), sys.argv[1], "printed"))
    sys.stdout.writelines(difference)
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
