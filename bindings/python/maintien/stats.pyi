from collections.abc import Hashable, Iterable
from typing import Any, Literal

from maintien._core import AgeBand, Family
from maintien._estimates import BoundedShare as BoundedShare
from maintien._estimates import CauseIncidence as CauseIncidence
from maintien._estimates import Estimate as Estimate
from maintien._estimates import IncidenceCurve as IncidenceCurve
from maintien._estimates import SurvivalCurve as SurvivalCurve
from maintien._estimates import WeightedShare as WeightedShare

__all__ = [
    "BoundedShare",
    "CauseIncidence",
    "Estimate",
    "IncidenceCurve",
    "SurvivalCurve",
    "WeightedShare",
    "aalen_johansen",
    "clustered_share",
    "clustered_survival",
    "count",
    "cumulative_incidence",
    "difference",
    "direct_standardisation",
    "funnel_limits",
    "kaplan_meier",
    "manski_bounds",
    "overdispersion",
    "proportion",
    "restricted_mean",
    "sample_quantile",
    "survival",
    "survival_quantile",
    "weighting_cells",
]

# A NumPy array or another buffer, a pandas or polars column, a list: Any, for none of them need be installed.
_Column = Any
_Scale = Literal["log_log", "log", "plain", "logit", "arcsine"]
_Method = Literal["wilson", "clopper_pearson", "jeffreys"]
_Cell = tuple[str | Family | None, str | AgeBand | None, int, int, int]

def aalen_johansen(
    times: _Column, causes: _Column, *, watched_from: _Column | None = None, level: float = 0.95, scale: _Scale = "log_log"
) -> IncidenceCurve: ...
def clustered_share(workers: Iterable[Hashable], values: _Column, *, level: float = 0.95) -> Estimate: ...
def clustered_survival(
    workers: Iterable[Hashable],
    times: _Column,
    causes: _Column,
    day: int,
    *,
    watched_from: _Column | None = None,
    level: float = 0.95,
    scale: _Scale = "log_log",
) -> Estimate: ...
def count(count: int, *, level: float = 0.95) -> Estimate: ...
def cumulative_incidence(
    times: _Column, causes: _Column, cause: int, day: int, *, watched_from: _Column | None = None, level: float = 0.95, scale: _Scale = "log_log"
) -> Estimate: ...
def difference(x1: int, n1: int, x2: int, n2: int, *, level: float = 0.95) -> Estimate: ...
def direct_standardisation(x: _Column, n: _Column, weights: _Column, *, level: float = 0.95) -> Estimate: ...
def funnel_limits(rate: float, n: int, *, level: float = 0.95) -> Estimate: ...
def kaplan_meier(
    times: _Column, causes: _Column | None = None, *, watched_from: _Column | None = None, level: float = 0.95, scale: _Scale = "log_log"
) -> SurvivalCurve: ...
def manski_bounds(positive: int, respondents: int, eligible: int, *, level: float = 0.95) -> BoundedShare: ...
def overdispersion(x: _Column, n: _Column, *, winsorised: float = 0.0) -> Estimate: ...
def proportion(x: int, n: int, *, level: float = 0.95, method: _Method = "wilson") -> Estimate: ...
def restricted_mean(times: _Column, causes: _Column, tau: int, *, watched_from: _Column | None = None, level: float = 0.95) -> Estimate: ...
def sample_quantile(values: _Column, p: float = 0.5) -> Estimate: ...
def survival(
    times: _Column, causes: _Column, day: int, *, watched_from: _Column | None = None, level: float = 0.95, scale: _Scale = "log_log"
) -> Estimate: ...
def survival_quantile(
    times: _Column, causes: _Column, p: float = 0.5, *, watched_from: _Column | None = None, level: float = 0.95, scale: _Scale = "log_log"
) -> Estimate: ...
def weighting_cells(cells: Iterable[_Cell], *, level: float = 0.95) -> WeightedShare: ...
