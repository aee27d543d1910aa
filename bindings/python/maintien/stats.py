"""The estimators behind the figures, for a statistician's own data: survival, shares, comparisons, non-response.

What cannot be given is None with a reason, never not-a-number; a malformed argument is a ``ValueError`` or ``TypeError`` that names it. Formulas and sources
stand in ``docs/estimators.md``, with the places where R differs on purpose.

>>> mt.stats.survival_quantile([9, 13, 13, 18, 23], [1, 1, 0, 1, 1]).value
18.0
"""

from maintien import _core
from maintien._estimates import BoundedShare, CauseIncidence, Estimate, IncidenceCurve, SurvivalCurve, WeightedShare

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

aalen_johansen = _core._stats.aalen_johansen
clustered_share = _core._stats.clustered_share
clustered_survival = _core._stats.clustered_survival
count = _core._stats.count
cumulative_incidence = _core._stats.cumulative_incidence
difference = _core._stats.difference
direct_standardisation = _core._stats.direct_standardisation
funnel_limits = _core._stats.funnel_limits
kaplan_meier = _core._stats.kaplan_meier
manski_bounds = _core._stats.manski_bounds
overdispersion = _core._stats.overdispersion
proportion = _core._stats.proportion
restricted_mean = _core._stats.restricted_mean
sample_quantile = _core._stats.sample_quantile
survival = _core._stats.survival
survival_quantile = _core._stats.survival_quantile
weighting_cells = _core._stats.weighting_cells
