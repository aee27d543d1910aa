#include <algorithm>
#include <string>
#include <vector>

#include "bind.hpp"
#include "maintien/indicators/clustered_share.hpp"
#include "maintien/indicators/counts.hpp"
#include "maintien/indicators/difference.hpp"
#include "maintien/indicators/funnel.hpp"
#include "maintien/indicators/proportion.hpp"
#include "maintien/indicators/quantile.hpp"
#include "maintien/indicators/weighting_cells.hpp"
#include "signature.hpp"
#include "survival_arguments.hpp"
#include "values.hpp"
#include "whole_numbers.hpp"

namespace maintien::python {

namespace {

/// Refuses what is no part of a whole.
void need_part(std::int64_t part, std::int64_t whole, const std::string& argument, const std::string& of) {
    if (part < 0 || part > whole)
        throw py::value_error(argument + ": found " + std::to_string(part) + " of " + std::to_string(whole) + ", expected 0 to " + of);
}

void need_share(double share, const char* argument) {
    if (!(share >= 0.0 && share <= 1.0)) throw py::value_error(std::string(argument) + ": found " + py::repr(py::float_(share)).cast<std::string>() + ", expected 0 to 1");
}

py::object proportion_estimate(std::int64_t x, std::int64_t n, double level, const std::string& method) {
    const auto known_method = method_from_code(method);
    if (!known_method) throw py::value_error("method: found '" + method + "', expected 'wilson', 'clopper_pearson' or 'jeffreys'");
    need_part(x, n, "x", "n");
    if (n == 0) return to_python(not_given(NullReason::denominator_zero));
    return to_python(with_limits(static_cast<double>(x) / static_cast<double>(n), std::nullopt, proportion_interval(x, n, *known_method, to_level(level))));
}

py::object count_estimate(std::int64_t count, double level) {
    if (count < 0) throw py::value_error("count: found " + std::to_string(count) + ", expected 0 or more");
    return to_python(with_limits(static_cast<double>(count), std::nullopt, garwood_interval(count, to_level(level))));
}

py::object sample_quantile(py::handle values, double p) {
    need_share(p, "p");
    std::vector<DayCount> table;
    auto sorted = whole_numbers(values, "values");
    std::sort(sorted.begin(), sorted.end());
    for (const auto value : sorted) {
        if (table.empty() || table.back().days != value) table.push_back({value, 0});
        ++table.back().count;
    }
    return to_python(table.empty() ? not_given(NullReason::denominator_zero) : Estimate{.value = quantile_type7(table, p)});
}

py::object difference_estimate(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2, double level) {
    need_part(x1, n1, "x1", "n1");
    need_part(x2, n2, "x2", "n2");
    return to_python(newcombe_difference(x1, n1, x2, n2, to_level(level)));
}

/// Two columns of counts, one part of the other.
std::vector<ServiceShare> shares_of(py::handle x, py::handle n) {
    const auto parts = whole_numbers(x, "x"), wholes = whole_numbers(n, "n");
    if (parts.size() != wholes.size())
        throw py::value_error("n: found " + std::to_string(wholes.size()) + " values, expected " + std::to_string(parts.size()) + ", as many as x");
    std::vector<ServiceShare> shares;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string position = "[" + std::to_string(i) + "]";
        need_part(parts[i], wholes[i], "x" + position, "n" + position);
        shares.push_back({parts[i], wholes[i]});
    }
    return shares;
}

py::object standardised_estimate(py::handle x, py::handle n, py::handle weights, double level) {
    const auto shares = shares_of(x, n);
    const auto sizes = real_numbers(weights, "weights");
    if (sizes.size() != shares.size())
        throw py::value_error("weights: found " + std::to_string(sizes.size()) + " values, expected " + std::to_string(shares.size()) + ", as many as x");
    std::vector<StandardStratum> strata;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (sizes[i] < 0.0) throw py::value_error("weights[" + std::to_string(i) + "]: found a negative number, expected 0 or more");
        strata.push_back({shares[i].x, shares[i].n, sizes[i]});
    }
    return to_python(direct_standardisation(strata, to_level(level)));
}

py::object funnel_estimate(double rate, std::int64_t n, double level) {
    need_share(rate, "rate");
    need_part(0, n, "n", "n");
    return to_python(funnel_limits(rate, n, to_level(level)));
}

py::object overdispersion_estimate(py::handle x, py::handle n, double winsorised) {
    if (!(winsorised >= 0.0 && winsorised < 0.5))
        throw py::value_error("winsorised: found " + py::repr(py::float_(winsorised)).cast<std::string>() + ", expected 0 or more and less than 0.5");
    return to_python(overdispersion(shares_of(x, n), winsorised));
}

ResponseCounts checked_answers(std::int64_t positive, std::int64_t respondents, std::int64_t eligible) {
    need_part(respondents, eligible, "respondents", "eligible");
    need_part(positive, respondents, "positive", "respondents");
    return {positive, respondents, eligible};
}

py::object bounds_estimate(std::int64_t positive, std::int64_t respondents, std::int64_t eligible, double level) {
    const auto found = manski_bounds(checked_answers(positive, respondents, eligible), to_level(level));
    return estimate_class("BoundedShare")(
        real_or_none(found.bound_lower), real_or_none(found.bound_upper), real_or_none(found.lower), real_or_none(found.upper), to_python(found.null_reason),
        to_python(found.limits_reason));
}

/// The code of a list that a member or its spelling means; None is nothing.
template <ClosedList Code>
std::optional<Code> code_or_none(py::handle value, const char* argument) {
    if (value.is_none()) return std::nullopt;
    const auto text = py::isinstance<py::str>(value) ? value.cast<std::string>() : py::str(value.attr("value")).cast<std::string>();
    if (const auto code = from_code<Code>(text)) return code;
    throw py::value_error(std::string(argument) + ": found '" + text + "', expected a code of " + std::string(list_name_of<Code>) + ", or None");
}

py::object weighted_estimate(py::iterable cells, double level) {
    std::vector<WeightingCell> read;
    for (const py::handle cell : cells) {
        const auto parts = py::tuple(py::reinterpret_borrow<py::object>(cell));
        if (parts.size() != 5) throw py::value_error("cells: found " + py::repr(cell).cast<std::string>() + ", expected (family, age_band, positive, respondents, eligible)");
        const auto counts = whole_numbers(py::make_tuple(parts[2], parts[3], parts[4]), "cells");
        read.push_back({code_or_none<Family>(parts[0], "family"), code_or_none<AgeBand>(parts[1], "age_band"), checked_answers(counts[0], counts[1], counts[2])});
    }
    const auto found = weighting_cells(read, to_level(level));
    return estimate_class("WeightedShare")(to_python(found.share), py::str(fineness_code(found.fineness)), found.cells);
}

py::object clustered_estimate(py::iterable workers, py::handle values, double level) {
    const auto had_it = whole_numbers(values, "values");
    const auto numbers = worker_numbers(workers);
    if (numbers.size() != had_it.size())
        throw py::value_error("values: found " + std::to_string(had_it.size()) + " values, expected " + std::to_string(numbers.size()) + ", as many as workers");
    std::vector<ServiceShare> by_worker;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        need_part(had_it[i], 1, "values[" + std::to_string(i) + "]", "1");
        if (numbers[i] == by_worker.size()) by_worker.push_back({});
        by_worker[numbers[i]].x += had_it[i];
        ++by_worker[numbers[i]].n;
    }
    ClusterSums sums;
    for (const auto& share : by_worker) add_worker(sums, share.x, share.n);
    return to_python(clustered_share(sums, to_level(level)));
}

void bind_shares(py::module_& m) {
    def(m, "proportion", R"(A share of cases with its interval: ``wilson`` unless asked otherwise, ``clopper_pearson`` or ``jeffreys``.

``denominator_zero`` when ``n`` is 0; a part that is no part is a ``ValueError``.

>>> kept = mt.stats.proportion(9, 12)
>>> kept.value, round(kept.lower, 4), round(kept.upper, 4)
(0.75, 0.4677, 0.9111)
)", &proportion_estimate, py::arg("x"), py::arg("n"), py::kw_only(), level_argument(), py::arg("method") = "wilson");
    def(m, "count", R"(A number of events of a period with Garwood's exact interval of its mean.

>>> round(mt.stats.count(0).upper, 3)
3.689
)", &count_estimate, py::arg("count"), py::kw_only(), level_argument());
    def(m, "sample_quantile", R"(A quantile of whole numbers, all of them known: type 7, as NumPy and R. No interval.

>>> mt.stats.sample_quantile([1, 2, 3, 4], 0.5).value
2.5
)", &sample_quantile, py::arg("values"), py::arg("p") = 0.5);
    def(m, "difference", R"(The first share less the second, of separate groups, with Newcombe's interval (method 10).

>>> found = mt.stats.difference(56, 70, 48, 80)
>>> round(found.lower, 4), round(found.upper, 4)
(0.0524, 0.3339)
)", &difference_estimate, py::arg("x1"), py::arg("n1"), py::arg("x2"), py::arg("n2"), py::kw_only(), level_argument());
    def(m, "clustered_share", R"(A share of episodes when some workers have several: the episodes of one worker are not taken as independent.

``workers`` says whose each episode is, anything that can be a dict key; ``values`` whether it has it, 0 or 1. Sandwich standard error; Wilson's interval at the
effective number of episodes. ``degenerate_variance`` in place of the limits when the share is 0 or 1, or with one worker.

>>> found = mt.stats.clustered_share(["a", "a", "b", "c", "c"], [1, 1, 0, 1, 0])
>>> found.value, round(found.standard_error, 4)
(0.6, 0.2498)
)", &clustered_estimate, py::arg("workers"), py::arg("values"), py::kw_only(), level_argument());
}

void bind_comparisons(py::module_& m) {
    def(m, "direct_standardisation", R"(The rate a service would have with the mix of a reference population, with its MOVER-Wilson interval.

``x`` of ``n`` cases in each stratum; ``weights``: the strata's sizes in the reference, in any unit. ``no_reference`` without a weight, ``empty_stratum`` when a
stratum with a weight has no case.

>>> found = mt.stats.direct_standardisation([1, 4, 9, 6], [4, 10, 16, 12], [15, 30, 35, 20])
>>> round(found.value, 4), round(found.lower, 4), round(found.upper, 4)
(0.4544, 0.333, 0.5945)
)", &standardised_estimate, py::arg("x"), py::arg("n"), py::arg("weights"), py::kw_only(), level_argument());
    def(m, "funnel_limits", R"(Between which limits a service of ``n`` cases lies if its true rate is ``rate``: exact binomial limits, interpolated after Spiegelhalter.

>>> outer = mt.stats.funnel_limits(0.75, 12, level=0.998)
>>> round(outer.lower, 3), round(outer.upper, 3)
(0.271, 0.997)
)", &funnel_estimate, py::arg("rate"), py::arg("n"), py::kw_only(), level_argument());
    def(m, "overdispersion", R"(How much more the services differ than chance explains: about 1 when chance explains it all.

``x`` of ``n`` cases in each service. ``winsorised``: the share of services at each end whose distance is first brought in to the next one's; Spiegelhalter
takes 0.1.

>>> round(mt.stats.overdispersion([4, 8, 12], [16, 16, 16]).value, 4)
2.6667
)", &overdispersion_estimate, py::arg("x"), py::arg("n"), py::kw_only(), py::arg("winsorised") = 0.0);
}

void bind_non_response(py::module_& m) {
    def(m, "manski_bounds", R"(The share among all who should have answered, whatever those who did not would have said, with the interval of Imbens and Manski.

>>> found = mt.stats.manski_bounds(24, 30, 50)
>>> found.bound_lower, found.bound_upper, round(found.lower, 3), round(found.upper, 3)
(0.48, 0.88, 0.364, 0.956)
)", &bounds_estimate, py::arg("positive"), py::arg("respondents"), py::arg("eligible"), py::kw_only(), level_argument());
    def(m, "weighting_cells", R"(The share if, within each family of outcomes and age band, those who did not answer are like those who did.

``cells``: tuples (family, age_band, positive, respondents, eligible), codes or None. While a cell has fewer than 5 respondents a whole level is given up: age
bands become under 50 and 50 and over, then age goes, then the family; ``fineness`` says what was left.

>>> cells = [("company", "30_39", 8, 10, 10), ("elsewhere", "30_39", 2, 5, 30)]
>>> found = mt.stats.weighting_cells(cells)
>>> round(found.share.value, 4), found.fineness, found.cells
(0.5, 'family_and_age_band', 2)
)", &weighted_estimate, py::arg("cells"), py::kw_only(), level_argument());
}

}  // namespace

void bind_stats(py::module_& m) {
    py::module_ stats = m.def_submodule("_stats", "The estimators; maintien.stats shows them.");
    bind_survival(stats);
    bind_shares(stats);
    bind_comparisons(stats);
    bind_non_response(stats);
}

}  // namespace maintien::python
