#include "bind.hpp"
#include "maintien/indicators/aalen_johansen.hpp"
#include "maintien/indicators/restricted_mean.hpp"
#include "maintien/indicators/survival_quantile.hpp"
#include "signature.hpp"
#include "survival_arguments.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

template <class Work>
auto unlocked(Work&& work) {
    const py::gil_scoped_release free;
    return work();
}

/// Estimates as the columns of a curve.
struct EstimateColumns {
    py::list value{}, standard_error{}, lower{}, upper{};

    void add(const Estimate& estimate) {
        value.append(real_or_none(estimate.value));
        standard_error.append(real_or_none(estimate.standard_error));
        lower.append(real_or_none(estimate.lower));
        upper.append(real_or_none(estimate.upper));
    }
};

SurvivalCurve curve_of(py::handle times, py::handle causes, py::handle watched_from) {
    const auto table = table_of_columns(times, causes, watched_from, true);
    return unlocked([&] { return kaplan_meier(table); });
}

py::object kaplan_meier_curve(py::handle times, py::handle causes, py::handle watched_from, double level, const std::string& scale) {
    const auto wanted = to_scale(scale);
    const auto curve = curve_of(times, causes, watched_from);
    py::list days, at_risk, events, censored;
    EstimateColumns columns;
    to_level(level);
    for (const auto& point : curve.points) {
        days.append(point.day);
        at_risk.append(point.at_risk);
        events.append(point.events);
        censored.append(point.censored);
        columns.add(estimate_at(point, wanted, level));
    }
    return estimate_class("SurvivalCurve")(curve.episodes, days, at_risk, events, censored, columns.value, columns.standard_error,
                                                                            columns.lower, columns.upper);
}

py::object survival_estimate(py::handle times, py::handle causes, std::int64_t day, py::handle watched_from, double level, const std::string& scale) {
    return to_python(survival_on(curve_of(times, causes, watched_from), day, to_scale(scale), to_level(level)));
}

py::object quantile_estimate(py::handle times, py::handle causes, double p, py::handle watched_from, double level, const std::string& scale) {
    if (!(p > 0.0 && p <= 1.0)) throw py::value_error("p: found " + py::repr(py::float_(p)).cast<std::string>() + ", expected more than 0 and at most 1");
    return to_python(survival_quantile(curve_of(times, causes, watched_from), p, to_scale(scale), to_level(level)));
}

py::object restricted_mean_estimate(py::handle times, py::handle causes, std::int64_t tau, py::handle watched_from, double level) {
    if (tau < 0) throw py::value_error("tau: found " + std::to_string(tau) + ", expected 0 days or more");
    return to_python(restricted_mean(curve_of(times, causes, watched_from), tau, to_level(level)));
}

/// The incidence of one cause, on every day of the curve.
py::object cause_curve(const IncidenceCurve& curve, std::size_t cause, IntervalScale scale, double level) {
    const auto estimates = unlocked([&] {
        std::vector<Estimate> all;
        for (std::size_t i = 0; i < curve.points.size(); ++i) all.push_back(estimate_at(curve, cause, i, scale, level));
        return all;
    });
    py::list events;
    EstimateColumns columns;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        events.append(curve.points[i].set.by_cause[cause]);
        columns.add(estimates[i]);
    }
    return estimate_class("CauseIncidence")(events, columns.value, columns.standard_error, columns.lower, columns.upper);
}

py::object aalen_johansen_curves(py::handle times, py::handle causes, py::handle watched_from, double level, const std::string& scale) {
    const auto wanted = to_scale(scale);
    to_level(level);
    const auto table = table_of_columns(times, causes, watched_from, false);
    const auto curve = unlocked([&] { return aalen_johansen(table); });
    py::list days, at_risk, censored, survival;
    py::dict by_cause;
    for (const auto& point : curve.points) {
        days.append(point.set.day);
        at_risk.append(point.set.at_risk);
        censored.append(point.set.censored);
        survival.append(point.survival);
    }
    for (std::size_t cause = 0; cause < curve.causes; ++cause) by_cause[py::int_(cause + 1)] = cause_curve(curve, cause, wanted, level);
    return estimate_class("IncidenceCurve")(curve.episodes, days, at_risk, censored, survival, by_cause);
}

py::object incidence_estimate(py::handle times, py::handle causes, std::size_t cause, std::int64_t day, py::handle watched_from, double level,
                              const std::string& scale) {
    if (cause == 0) throw py::value_error("cause: found 0, expected a cause 1, 2, …: 0 is a censored episode");
    auto table = table_of_columns(times, causes, watched_from, false);
    if (cause > table.events.size()) table.events.resize(cause);
    return to_python(incidence_on(unlocked([&] { return aalen_johansen(table); }), cause - 1, day, to_scale(scale), to_level(level)));
}

py::object clustered_survival_estimate(py::iterable workers, py::handle times, py::handle causes, std::int64_t day, py::handle watched_from, double level,
                                       const std::string& scale) {
    const auto wanted = to_scale(scale);
    to_level(level);
    const auto episodes = episodes_of_columns(workers, times, causes, watched_from);
    return to_python(unlocked([&] { return clustered_survival_on(episodes, day, wanted, level); }));
}

py::arg_v nobody_late() { return py::arg("watched_from") = py::none(); }
py::arg_v scale_argument() { return py::arg("scale") = "log_log"; }

void bind_curve(py::module_& m) {
    def(m, "kaplan_meier", R"(The share without the event, day after day, also when some episodes are still open.

``times``: whole days, 0 or more, as a NumPy array or any column or list. ``causes``: 0 for an episode last seen without event, anything else for the event;
all had it unless given. ``watched_from``: the day an episode came under observation, 0 for its beginning; it is at risk from the day after. On a tied day
events come before censorings. ``scale`` of the interval: ``log_log``, ``log``, ``plain``, ``logit`` or ``arcsine``; the limits are None where the share
is 1 or 0. Greenwood's variance.

>>> curve = mt.stats.kaplan_meier([1, 2, 5, 10], [1, 1, 0, 0])
>>> curve.days, curve.survival
([1, 2, 5, 10], [0.75, 0.5, 0.5, 0.5])
)", &kaplan_meier_curve, py::arg("times"), py::arg("causes") = py::none(), py::kw_only(), nobody_late(), level_argument(), scale_argument());
    def(m, "survival", R"(The share without the event at the end of a day, with its interval; arguments as for ``kaplan_meier``.

``denominator_zero`` without episodes, ``beyond_follow_up`` after the last day anybody was observed, ``degenerate_variance`` in place of the limits where
the share is 1 or 0.

>>> mt.stats.survival([1, 2, 5, 10], [1, 1, 0, 0], 4).value
0.5
)", &survival_estimate, py::arg("times"), py::arg("causes"), py::arg("day"), py::kw_only(), nobody_late(), level_argument(), scale_argument());
    def(m, "clustered_survival", R"(As ``survival``, when some workers have several episodes: those of one worker are not taken as independent.

``workers`` says whose each episode is, anything that can be a dict key. The share is the same, its standard error and interval are robust: those of R's
``survfit`` with ``cluster``.

>>> found = mt.stats.clustered_survival(["a", "a", "b", "c"], [2, 4, 3, 9], [1, 1, 1, 0], 3)
>>> found.value, round(found.standard_error, 4)
(0.5, 0.1768)
)", &clustered_survival_estimate, py::arg("workers"), py::arg("times"), py::arg("causes"), py::arg("day"), py::kw_only(), nobody_late(), level_argument(), scale_argument());
}

void bind_durations(py::module_& m) {
    def(m, "survival_quantile", R"(The day by which a share ``p`` has had the event: the median unless given; arguments as for ``kaplan_meier``.

Where the curve lies on 1 − p the middle of the flat, which ends at the next event or at the last day observed, as R's ``quantile``. ``not_reached`` when
too few had the event.

>>> mt.stats.survival_quantile([1, 2, 5, 10], [1, 1, 0, 0]).value
6.0
)", &quantile_estimate, py::arg("times"), py::arg("causes"), py::arg("p") = 0.5, py::kw_only(), nobody_late(), level_argument(), scale_argument());
    def(m, "restricted_mean", R"(The mean number of days until the event within the first ``tau`` days; arguments as for ``kaplan_meier``.

``beyond_follow_up`` when ``tau`` exceeds the last day anybody was observed.

>>> mt.stats.restricted_mean([0, 10], [1, 0], 10).value
5.0
)", &restricted_mean_estimate, py::arg("times"), py::arg("causes"), py::arg("tau"), py::kw_only(), nobody_late(), level_argument());
}

}  // namespace

void bind_survival(py::module_& m) {
    bind_curve(m);
    bind_durations(m);
    def(m, "aalen_johansen", R"(The shares that ended for each of several causes, day after day, also when some episodes are still open.

Arguments as for ``kaplan_meier``, the causes being 1, 2, … and 0 an episode last seen without any. Causes tied on a day share it exactly. On every day the incidences and the survival add up to 1. Variance of the delta method.

>>> curve = mt.stats.aalen_johansen([1, 2, 3, 4, 5, 6], [0, 1, 1, 2, 2, 0])
>>> [round(share, 4) for share in curve.causes[1].incidence]
[0.0, 0.2, 0.4, 0.4, 0.4, 0.4]
)", &aalen_johansen_curves, py::arg("times"), py::arg("causes"), py::kw_only(), nobody_late(), level_argument(), scale_argument());
    def(m, "cumulative_incidence", R"(The share that ended for one cause by the end of a day, with its interval; arguments as for ``aalen_johansen``.

``beyond_follow_up`` after the last day anybody was observed; ``degenerate_variance`` in place of the limits while the share is 0.

>>> found = mt.stats.cumulative_incidence([1, 2, 3, 4, 5, 6], [0, 1, 1, 2, 2, 0], 1, 2)
>>> round(found.value, 6), round(found.standard_error, 6)
(0.2, 0.178885)
)", &incidence_estimate, py::arg("times"), py::arg("causes"), py::arg("cause"), py::arg("day"), py::kw_only(), nobody_late(), level_argument(), scale_argument());
}

}  // namespace maintien::python
