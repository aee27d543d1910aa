#!/usr/bin/env python3
"""Takes the programs out of a page, so that they are compiled and run: `readme_programs.py PAGE FOLDER [cpp|python]`.

A program is a fenced block: for C++ one that holds a `main`, for Python every block. Prints the files written, `;` between them.
"""

import re
import sys
from pathlib import Path

SUFFIXES = {"cpp": "cpp", "python": "py"}


def programs_of(page: str, language: str) -> list[str]:
    blocks = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return [block for block in blocks if language != "cpp" or "int main(" in block]


def main() -> None:
    page, folder, language = Path(sys.argv[1]), Path(sys.argv[2]), (sys.argv[3:] or ["cpp"])[0]
    written = []
    for number, program in enumerate(programs_of(page.read_text(encoding="utf-8"), language), start=1):
        path = folder / f"{page.stem}_program_{number}.{SUFFIXES[language]}"
        if not path.exists() or path.read_text(encoding="utf-8") != program:
            path.write_text(program, encoding="utf-8")
        written.append(path.as_posix())
    print(";".join(written))


if __name__ == "__main__":
    main()
