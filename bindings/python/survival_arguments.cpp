#include "survival_arguments.hpp"

#include <algorithm>
#include <limits>

#include "values.hpp"
#include "whole_numbers.hpp"

namespace maintien::python {

namespace {

/// More competing causes than anybody tells apart: a greater number is a column mistaken for another.
constexpr std::int64_t most_causes = 1000;

void need_length(std::size_t found, std::size_t expected, const char* argument) {
    if (found != expected)
        throw py::value_error(std::string(argument) + ": found " + std::to_string(found) + " values, expected " + std::to_string(expected) + ", as many as times");
}

void need(bool holds, const char* argument, std::size_t position, std::int64_t found, const char* expected) {
    if (!holds) throw py::value_error(std::string(argument) + "[" + std::to_string(position) + "]: found " + std::to_string(found) + ", expected " + expected);
}

struct EpisodeColumns {
    std::vector<std::int64_t> times{}, causes{}, watched_from{};
};

EpisodeColumns checked_columns(py::handle times, py::handle causes, py::handle watched_from) {
    EpisodeColumns columns{.times = whole_numbers(times, "times")};
    const std::size_t episodes = columns.times.size();
    columns.causes = causes.is_none() ? std::vector<std::int64_t>(episodes, 1) : whole_numbers(causes, "causes");
    columns.watched_from = watched_from.is_none() ? std::vector<std::int64_t>(episodes, 0) : whole_numbers(watched_from, "watched_from");
    need_length(columns.causes.size(), episodes, "causes");
    need_length(columns.watched_from.size(), episodes, "watched_from");
    for (std::size_t i = 0; i < episodes; ++i) {
        const auto from = columns.watched_from[i];
        need(columns.times[i] >= 0 && columns.times[i] <= std::numeric_limits<int>::max(), "times", i, columns.times[i], "a number of days, 0 or more");
        need(columns.causes[i] >= 0 && columns.causes[i] <= most_causes, "causes", i, columns.causes[i], "0 for a censored episode, or a cause 1, 2, …");
        need(from == 0 || (from > 0 && from < columns.times[i]), "watched_from", i, from, "0, or a day before the episode's end");
    }
    return columns;
}

}  // namespace

SurvivalTable table_of_columns(py::handle times, py::handle causes, py::handle watched_from, bool one_cause) {
    const auto columns = checked_columns(times, causes, watched_from);
    const py::gil_scoped_release free;
    const auto last_cause = columns.causes.empty() ? 1 : std::max<std::int64_t>(1, *std::max_element(columns.causes.begin(), columns.causes.end()));
    auto table = survival_table(one_cause ? 1 : static_cast<std::size_t>(last_cause));
    for (std::size_t i = 0; i < columns.times.size(); ++i) {
        const int days = static_cast<int>(columns.times[i]), from = static_cast<int>(columns.watched_from[i]);
        if (columns.causes[i] == 0) add_censored(table, days, from);
        else add_event(table, days, one_cause ? 0 : static_cast<std::size_t>(columns.causes[i] - 1), from);
    }
    put_in_order(table);
    return table;
}

std::vector<std::size_t> worker_numbers(py::iterable workers) {
    std::vector<std::size_t> numbers;
    py::dict known;
    for (const py::handle worker : workers) {
        if (!known.contains(worker)) known[worker] = known.size();
        numbers.push_back(known[worker].cast<std::size_t>());
    }
    return numbers;
}

std::vector<WorkerEpisode> episodes_of_columns(py::iterable workers, py::handle times, py::handle causes, py::handle watched_from) {
    const auto columns = checked_columns(times, causes, watched_from);
    const auto numbers = worker_numbers(workers);
    need_length(numbers.size(), columns.times.size(), "workers");
    std::vector<WorkerEpisode> episodes;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        episodes.push_back({numbers[i], static_cast<int>(columns.times[i]), columns.causes[i] != 0, static_cast<int>(columns.watched_from[i])});
    return episodes;
}

double to_level(double level) {
    if (!is_level(level)) throw py::value_error("level: found " + py::repr(py::float_(level)).cast<std::string>() + ", expected a number between 0 and 1, as 0.95");
    return level;
}

IntervalScale to_scale(const std::string& scale) {
    if (const auto found = scale_from_code(scale)) return *found;
    throw py::value_error("scale: found '" + scale + "', expected 'log_log', 'log', 'plain', 'logit' or 'arcsine'");
}

py::object real_or_none(const std::optional<double>& number) { return number ? py::object(py::float_(*number)) : py::none(); }

py::object estimate_class(const char* name) { return py::module_::import("maintien._estimates").attr(name); }

py::object to_python(const Estimate& estimate) {
    return estimate_class("Estimate")(real_or_none(estimate.value), real_or_none(estimate.standard_error), real_or_none(estimate.lower),
                                      real_or_none(estimate.upper), to_python(estimate.null_reason), to_python(estimate.limits_reason));
}

}  // namespace maintien::python
