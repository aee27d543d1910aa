"""What became of a scenario that was put to a program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maintien._core import Scenario


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that a program answers otherwise than a scenario expects, in words; its text is a sentence.

    ``what`` is the proposed entry, the stage, the agenda, or the name of a figure and one of its numbers.

    >>> str(mt.Mismatch("stage", "referred", "contacted"))
    'stage: found referred, expected contacted'
    """

    what: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.what}: found {self.found}, expected {self.expected}"


@dataclass(frozen=True, slots=True, repr=False)
class ScenarioResult:
    """What became of one scenario: true when it passes, else where the answer differs from what is expected.

    >>> calls = mt.scenarios("tests/conformance/scenarios/stories/employer_calls.json")
    >>> mt.conform(scenarios=calls)[0].passed
    True
    """

    scenario: Scenario
    mismatches: tuple[Mismatch, ...]

    @property
    def passed(self) -> bool:
        """Whether the program answers what is expected."""
        return not self.mismatches

    def __bool__(self) -> bool:
        return self.passed

    def __repr__(self) -> str:
        said = "passed" if self.passed else "; ".join(map(str, self.mismatches))
        return f"<ScenarioResult {self.scenario.place} {self.scenario.title.en}: {said}>"
