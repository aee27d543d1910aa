"""Plain values the estimators of ``maintien.stats`` give back: numbers, None where there is none, and why."""

from dataclasses import dataclass

from maintien._core import NullReason


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure estimated from cases, with its interval.

    What cannot be given is None: ``null_reason`` says why there is no value, ``limits_reason`` why there is a value but a limit is missing. ``standard_error``
    is None for methods that do not rest on one.

    >>> mt.stats.proportion(0, 0).null_reason.value
    'denominator_zero'
    """

    value: float | None
    standard_error: float | None
    lower: float | None
    upper: float | None
    null_reason: NullReason | None
    limits_reason: NullReason | None


@dataclass(frozen=True, slots=True)
class BoundedShare:
    """A share of which only bounds are known because some did not answer.

    ``lower`` and ``upper`` are the limits of the interval that contains the true share.

    >>> mt.stats.manski_bounds(3, 4, 6).bound_lower
    0.5
    """

    bound_lower: float | None
    bound_upper: float | None
    lower: float | None
    upper: float | None
    null_reason: NullReason | None
    limits_reason: NullReason | None


@dataclass(frozen=True, slots=True)
class WeightedShare:
    """A share weighted for non-response.

    ``fineness`` is ``family_and_age_band``, ``family_and_age_half``, ``family`` or ``one_cell``; ``cells`` how many cells that made.

    >>> mt.stats.weighting_cells([("company", None, 4, 5, 9)]).fineness
    'family_and_age_band'
    """

    share: Estimate
    fineness: str
    cells: int


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """A Kaplan-Meier curve: one value in each list for each day somebody had the event or was last seen.

    >>> mt.stats.kaplan_meier([3, 3, 8], [1, 0, 1]).at_risk
    [3, 1]
    """

    episodes: int
    days: list[int]
    at_risk: list[int]
    events: list[int]
    censored: list[int]
    survival: list[float]
    standard_error: list[float | None]
    lower: list[float | None]
    upper: list[float | None]


@dataclass(frozen=True, slots=True)
class CauseIncidence:
    """The cumulative incidence of one cause on each of the days of its ``IncidenceCurve``.

    >>> mt.stats.aalen_johansen([3, 8], [1, 2]).causes[2].events
    [0, 1]
    """

    events: list[int]
    incidence: list[float]
    standard_error: list[float | None]
    lower: list[float | None]
    upper: list[float | None]


@dataclass(frozen=True, slots=True)
class IncidenceCurve:
    """Cumulative incidences by cause, 1, 2, …; with ``survival`` they add up to 1 on every day.

    >>> mt.stats.aalen_johansen([3, 8], [1, 2]).survival
    [0.5, 0.0]
    """

    episodes: int
    days: list[int]
    at_risk: list[int]
    censored: list[int]
    survival: list[float]
    causes: dict[int, CauseIncidence]
