"""Whether an installed package works: ``python -m maintien.smoke`` reads a tiny invented cell, checks its figures and runs the installed command.

It needs nothing but the package, and says in one line that all is well or what is not.

>>> from maintien.smoke import FIGURES
>>> FIGURES["positive_exit_rate/per_exit"]
(1, 2)
"""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from datetime import date
from pathlib import Path

from maintien._core import Report, __version__, merge, protocols, report, scenarios, state
from maintien._tables import import_table

__all__ = ["main"]

# A cell of four files, as its spreadsheet has them: one refused, one is open, one left for the better, one did not.
TABLE = """\
Dossier;Signalement;Origine;Entrée;Sortie;Statut;Résultat
2024-1;08/01/2024;Préreprise;15/01/2024;03/06/2024;Sortie positive;Aménagement
2024-2;10/01/2024;Préreprise;22/01/2024;02/09/2024;Sortie négative;Inaptitude
2024-3;05/02/2024;Salarié;;12/02/2024;Refus;
2024-4;04/03/2024;Salarié;18/03/2024;;En cours;
"""
MAPPING = {
    "format": "maintien-mapping/1",
    "title": "Cellule inventée",
    "encoding": "auto",
    "delimiter": ";",
    "dates": "dd/mm/yyyy",
    "case": "Dossier",
    "constants": {"service": "sst-demo"},
    "events": [
        {"event": "referral", "on": "Signalement", "origin": {"column": "Origine", "codes": {"Préreprise": "pre_return_visit", "Salarié": "on_request_worker"}}},
        {"event": "entry", "on": "Entrée"},
        {"event": "refusal", "on": "Sortie", "refusal_reason": "does_not_wish", "when": {"column": "Statut", "in": ["Refus"]}},
        {
            "event": "outcome",
            "on": "Sortie",
            "outcome": {"column": "Résultat", "codes": {"Aménagement": "adapted_post", "Inaptitude": "unfitness"}},
            "when": {"column": "Statut", "in": ["Sortie positive", "Sortie négative"]},
        },
    ],
    "ignore": {"Statut": ["En cours"]},
}
DAY = date(2024, 12, 31)
# Counted by hand: the value of a count, the numerator and the denominator of a proportion.
FIGURES: dict[str, int | tuple[int, int]] = {"referrals": 4, "entries/strict": 3, "positive_exit_rate/per_exit": (1, 2)}


class Fault(Exception):
    """What does not work."""


def main() -> int:
    """Tries the package in this environment; the exit status is 0 when it works, else 1.

    >>> from maintien import smoke
    >>> callable(smoke.main)
    True
    """
    try:
        made = _figures()
        _states(made)
        _contents()
        _command(made)
    except Fault as fault:
        print(f"maintien does not work here: {fault}", file=sys.stderr)
        return 1
    print(f"maintien {__version__} works: Python {sys.version.split()[0]}, {sysconfig.get_platform()}")
    return 0


def _demand(holds: bool, fault: str) -> None:
    if not holds:
        raise Fault(fault)


def _figures() -> Report:
    made = report(import_table(TABLE, MAPPING), as_of=DAY)
    for name, expected in FIGURES.items():
        row = made.row(name)
        found = row.value if isinstance(expected, int) else (row.numerator, row.denominator)
        _demand(found == expected, f"{name} is {found}, expected {expected}")
    return made


def _states(made: Report) -> None:
    events = import_table(TABLE, MAPPING)
    parts = [state(events, as_of=DAY, part=(part, 2)) for part in (1, 2)]
    _demand(report(merge(parts)).to_json() == made.to_json(), "the parts of a register do not add up to it")


def _contents() -> None:
    """What is installed beside the module: types, the scenario kit, the plugin of pytest; all of one version."""
    package = Path(__file__).parent
    installed = importlib.metadata.version("maintien")
    _demand(installed == __version__, f"version {installed} is installed, the module is {__version__}")
    for name in ("py.typed", "_core.pyi", "plot/__init__.py"):
        _demand((package / name).is_file(), f"{name} is not installed")
    _demand(len(scenarios()) > 0 and len(protocols()) > 0, "no scenario or no protocol is installed")
    plugins = importlib.metadata.entry_points(group="pytest11", name="maintien")
    _demand([plugin.value for plugin in plugins] == ["maintien.testing"], "the plugin of pytest is not installed")


def _command(made: Report) -> None:
    """The command installed beside this Python says the same version and makes the same report."""
    program = shutil.which("maintien", path=sysconfig.get_path("scripts")) or shutil.which("maintien")
    _demand(program is not None, "the command maintien is not installed")

    def said(*arguments: str) -> str:
        ran = subprocess.run([str(program), *arguments], capture_output=True, encoding="utf-8", timeout=60)
        _demand(ran.returncode == 0, f"maintien {' '.join(arguments)}: {ran.stderr.strip()}")
        return ran.stdout

    _demand(said("--version").split() == ["maintien", __version__], f"the command is {said('--version').strip()}, the package {__version__}")
    with tempfile.TemporaryDirectory() as folder:
        table, mapping, events = (str(Path(folder, name)) for name in ("cell.csv", "mapping.json", "events.jsonl"))
        Path(table).write_text(TABLE, encoding="utf-8")
        Path(mapping).write_text(json.dumps(MAPPING), encoding="utf-8")
        said("import", table, "--mapping", mapping, "-o", events)
        told = said("report", events, "--protocol", "common_core", "--as-of", DAY.isoformat(), "--format", "json")
    _demand(told == made.to_json(), "the command and the package make different reports")


if __name__ == "__main__":
    sys.exit(main())
