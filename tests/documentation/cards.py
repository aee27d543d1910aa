#!/usr/bin/env python3
"""The definition cards of docs/indicator/ tell the truth: `cards.py PROGRAM` runs the command of each and compares its figures.

Every indicator of a report has its card, and every card its indicator. `cards.py PROGRAM --write` writes the figures into the cards again.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CARDS = ROOT / "docs" / "indicator"
HEADS = ("Population", "Left out", "Numerator", "Denominator", "Time", "Null when", "Interval", "Source")
# The variants of these are codes of a list, targets or horizons of the protocol.
NAMED_ELSEWHERE = {"distribution", "stage_delay", "objective", "outreach", "follow_up", "response_rate"}
BLOCK = re.compile(r"```figures\n(.*?)\n```", re.DOTALL)


def figures(program: str, command: str) -> dict[str, dict[str, Any]]:
    """The overall rows of a report, by their names."""
    ran = subprocess.run([program, *command.split()], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        raise SystemExit(f"{command}: exit status {ran.returncode}\n{ran.stderr}")
    return {name_of(row): row for row in json.loads(ran.stdout)["rows"] if not row.get("by")}


def name_of(row: dict[str, Any]) -> str:
    return "/".join((row["indicator"], row["variant"] or "", row["category"] or "")).rstrip("/")


def number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def in_words(row: dict[str, Any]) -> str:
    """A row as a card shows it."""
    said = ""
    if row["denominator"] is not None:
        said += f" {number(row['numerator'])}/{number(row['denominator'])}" if row["numerator"] is not None else f" n={number(row['denominator'])}"
    said += f" = {number(row['value'])}" if row["value"] is not None else f": {row['null_reason']}"
    if row.get("lower") is not None and row.get("upper") is not None:
        said += f" [{number(row['lower'])}, {number(row['upper'])}]"
    if row.get("bound_lower") is not None and row.get("bound_upper") is not None:
        said += f", from {number(row['bound_lower'])} to {number(row['bound_upper'])}"
    return said


def block_of(text: str, rows: dict[str, dict[str, Any]]) -> str:
    names = [re.split(r"[ :]", line)[0] for line in BLOCK.search(text)[1].splitlines()]
    lines = [name + (in_words(rows[name]) if name in rows else " is not in the report") for name in names]
    return "```figures\n" + "\n".join(lines) + "\n```"


def faults_of(card: Path, program: str, reports: dict[str, dict[str, dict[str, Any]]], write: bool) -> list[str]:
    text = card.read_text(encoding="utf-8")
    command = re.search(r"^`maintien (.+)`$", text, re.MULTILINE)
    if not command or not BLOCK.search(text):
        return [f"{card.name}: no worked example"]
    faults = [f"{card.name}: lacks {head}" for head in HEADS if f"| {head} |" not in text]
    rows = reports.setdefault(command[1], {}) or figures(program, command[1])
    reports[command[1]] = rows
    block = block_of(text, rows)
    if write:
        card.write_text(BLOCK.sub(lambda _: block, text), encoding="utf-8")
    elif block not in text:
        faults.append(f"{card.name}: the program says\n{block}")
    if "is not in the report" in block or card.stem not in {row["indicator"] for row in rows.values()}:
        faults.append(f"{card.name}: its figures are not all in the report")
    if card.stem not in NAMED_ELSEWHERE:
        variants = {row["variant"] for row in rows.values() if row["indicator"] == card.stem and row["variant"]}
        said = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", text)) + block))
        faults += [f"{card.name}: does not name the variant {variant}" for variant in sorted(variants) if not said & {variant, variant.removesuffix("_of_period")}]
    return faults


def main() -> int:
    program, write = str(Path(sys.argv[1]).resolve()), "--write" in sys.argv
    reports: dict[str, dict[str, dict[str, Any]]] = {}
    cards = sorted(CARDS.glob("*.md"))
    faults = [fault for card in cards for fault in faults_of(card, program, reports, write)]
    shown = {row["indicator"] for rows in reports.values() for row in rows.values()}
    faults += [f"docs/indicator/ lacks the card of {indicator}" for indicator in sorted(shown - {card.stem for card in cards})]
    print("\n".join(faults))
    print(f"{len(cards)} cards, {len(faults)} faults")
    return 1 if faults or not cards else 0


if __name__ == "__main__":
    sys.exit(main())
