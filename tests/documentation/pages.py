#!/usr/bin/env python3
"""The pages of docs/ say what the program does: `pages.py PROGRAM` checks that they are complete and that their commands run.

Every figure of a report stands in docs/indicators.md, every event, attribute and rule in docs/pathway.md, every field of a document in
docs/formats.md, every page in docs/index.md, and the `sh` blocks of the guides run as they stand, on the demonstration data.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DATA = ROOT / "examples" / "data"
BUILT_IN = ROOT / "include/maintien/protocol/built_in"
# A category of these is a code of a closed list, which docs/vocabulary.md shows in full, or the name of a service.
CODED = {"outcome", "distribution", "service_comparison", "measures", "partners"}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def words(text: str) -> set[str]:
    """What stands in backticks."""
    return {word for run in re.findall(r"`([^`]+)`", text) for word in re.findall(r"\w+", run)}


def lines_of_table(text: str, first: str) -> dict[str, str]:
    """The lines of the table rows, by their first cell; a row whose first cell is empty goes on with the one above."""
    found: dict[str, str] = {}
    current = ""
    for line in text.split(f"| {first} |", 1)[1].split("\n\n", 1)[0].splitlines():
        cell = re.match(r"\| *`?(\w*)`? *\|", line)
        current = (cell and cell[1]) or current
        found[current] = found.get(current, "") + line + "\n"
    return found


def run(program: Path, folder: Path, command: str) -> str:
    ran = subprocess.run([program, *command.split()], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        raise SystemExit(f"{command}: exit status {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def lacking_figures(report: dict) -> Iterator[str]:
    rows = lines_of_table(page("indicators.md"), "indicator")
    for row in report["rows"]:
        said = words(rows.get(row["indicator"], ""))
        category = None if row["indicator"] in CODED else row["category"]
        for name in filter(None, (row["indicator"], row["variant"], category, *row["excluded"])):
            if name not in said:
                yield f"indicators.md: {row['indicator']} lacks {name}"


def lacking_vocabulary_of_reports(report_schema: dict) -> Iterator[str]:
    said = words(page("indicators.md"))
    for name in report_schema["$defs"]["row"]["properties"]["by"]["propertyNames"]["enum"]:
        if name not in said:
            yield f"indicators.md: lacks the stratum {name}"


def lacking_events(schema: dict) -> Iterator[str]:
    """The table of events says of each event which attributes it takes, no more and no less, and which it requires."""
    text = page("pathway.md")
    rows = lines_of_table(text, "event")
    entry = schema["$defs"]["entry"]
    shapes = {case["if"]["properties"]["event"]["const"]: case["then"] for case in entry["allOf"] if "then" in case}
    common = set.intersection(*(set(shape["propertyNames"]["enum"]) for shape in shapes.values()))
    for event in entry["properties"]["event"]["enum"]:
        cells = rows.get(event, "| | |").split("|")
        said = set(re.findall(r"`(\w+)`", cells[2]))
        required = set(re.findall(r"`(\w+)`\**!", cells[2]))
        shape = shapes[event]
        if said != set(shape["propertyNames"]["enum"]) - common:
            yield f"pathway.md: {event} takes other attributes than {sorted(said)}"
        if required != set(shape.get("required", [])) - common:
            yield f"pathway.md: {event} requires other attributes than {sorted(required)}"
    for name in sorted(common - words(text) - words(page("formats.md"))):
        yield f"pathway.md, formats.md: lack the field {name}"


def lacking_rules() -> Iterator[str]:
    said = words(page("pathway.md"))
    for header in sorted(BUILT_IN.glob("*.hpp")):
        for rule in re.findall(r'push_back\(\{"(\w+)"', header.read_text(encoding="utf-8")):
            if rule not in said:
                yield f"pathway.md: lacks the rule {rule} of {header.name}"
    bars = (ROOT / "include/maintien/pathway/judgement.hpp").read_text(encoding="utf-8")
    for bar in re.findall(r'\{Bar::\w+, "(\w+)"', bars):
        if bar not in said | {"none"}:
            yield f"pathway.md: lacks {bar}, under which events without effect are listed"


def lacking_documents() -> Iterator[str]:
    said = words(page("formats.md"))
    for schema in sorted((DOCS / "format").glob("*.schema.json")):
        if f"format/{schema.name}" not in page("formats.md"):
            yield f"formats.md: does not name {schema.name}"
    for name in json.loads(page("format/maintien-mapping-1.schema.json"))["properties"]:
        if name not in said:
            yield f"formats.md: lacks the key {name} of a mapping"


def lacking_pages() -> Iterator[str]:
    index = page("index.md")
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS).as_posix()
        if name.startswith("indicator/") and f"({name})" not in page("indicators.md"):
            yield f"indicators.md: does not lead to {name}"
        if name != "index.md" and not name.startswith(("decisions/", "indicator/")) and f"({name})" not in index:
            yield f"index.md: does not lead to {name}"


def run_guides(program: Path, folder: Path) -> None:
    """Runs the commands of the guides one after the other, as a reader would."""
    for guide in sorted((DOCS / "guide").glob("*.md")):
        for block in re.findall(r"^```sh\n(.*?)^```", guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            for command in filter(None, block.splitlines()):
                run(program, folder, command.removeprefix("maintien "))


def main() -> int:
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in DATA.iterdir():
            shutil.copy(path, folder)
        run_guides(program, folder)
        reports = [json.loads(run(program, folder, f"report events.jsonl --protocol {protocol} --as-of 2020-11-12 --format json"))
                   for protocol in ("common_core", "aist43_cme")]
    lacking = [fault for report in reports for fault in lacking_figures(report)]
    lacking += lacking_vocabulary_of_reports(json.loads(page("format/maintien-report-1.schema.json")))
    lacking += lacking_events(json.loads(page("format/maintien-events-1.schema.json")))
    lacking += [*lacking_rules(), *lacking_documents(), *lacking_pages()]
    print("\n".join(sorted(set(lacking))))
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
