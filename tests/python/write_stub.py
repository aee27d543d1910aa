"""Writes the closed lists of the stub again from the built module: `python tests/python/write_stub.py bindings/python/maintien/_core.pyi`."""

import sys
from pathlib import Path

from maintien import _core
from maintien._codes import Code

MARK = "# The closed lists, written from the module by tests/python/write_stub.py; a test compares them.\n"
COLUMNS = {
    "Outcome": ["family: Family | None", "polarity: Polarity"],
    "Measure": ["recommendation: bool"],
    "Answer": ["answer_class: AnswerClass", "same_employer: bool"],
    "Origin": ["names_a_visit: bool"],
    "Actor": ["insurance_body: bool"],
    "Partner": ["insurance_body: bool"],
    "OutreachKind": ["proven_by: tuple[SourceDocument, ...]"],
}


def lists_of_module() -> list[type[Code]]:
    return [value for value in vars(_core).values() if isinstance(value, type) and issubclass(value, Code)]


def closed_lists() -> str:
    """The closed lists as the stub shows them."""
    blocks = []
    for one in lists_of_module():
        lines = [f"class {one.__name__}(Code):"]
        lines += [f"    {column}" for column in COLUMNS.get(one.__name__, [])]
        lines += [f'    {name} = "{member.value}"' for name, member in one.__members__.items()]
        blocks.append("\n".join(lines) + "\n")
    return "\n" + "\n".join(blocks)


def main() -> None:
    path = Path(sys.argv[1])
    written_by_hand = path.read_text(encoding="utf-8").split(MARK)[0]
    path.write_text(written_by_hand + MARK + closed_lists(), encoding="utf-8")


if __name__ == "__main__":
    main()
