#!/usr/bin/env python3
"""Takes the programs out of a page, so that they are compiled and run: `readme_programs.py PAGE FOLDER [cpp|python]`.

A program is a fenced block: for C++ one that holds a `main`, for Python every block whose libraries are installed where this runs.
Prints the files written, `;` between them.
"""

import ast
import re
import sys
from importlib.util import find_spec
from pathlib import Path

SUFFIXES = {"cpp": "cpp", "python": "py"}


def programs_of(page: str, language: str) -> list[str]:
    blocks = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    if language == "cpp":
        return [block for block in blocks if "int main(" in block]
    for block in blocks:
        if missing := missing_libraries(block):
            print(f"left out, for want of {', '.join(missing)}: {block.splitlines()[0]} …", file=sys.stderr)
    return [block for block in blocks if not missing_libraries(block)]


def missing_libraries(program: str) -> list[str]:
    """What a Python program imports and is not there; maintien itself always is."""
    imports = [node for node in ast.walk(ast.parse(program)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name.split(".")[0] for node in imports for name in ([one.name for one in node.names] if isinstance(node, ast.Import) else [node.module or ""])}
    return sorted(name for name in names - {"maintien"} if not find_spec(name))


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
