#pragma once
// Episodes as Python gives them to the survival estimates, and what the estimates give back.

#include <pybind11/pybind11.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "maintien/indicators/clustered_survival.hpp"
#include "maintien/indicators/interval_scale.hpp"
#include "maintien/indicators/survival_table.hpp"

namespace maintien::python {

namespace py = pybind11;

/// The table of episodes given as columns. With `one_cause` all causes but 0 are one event; else they are 1, 2, … without a gap needed.
/// @throws ValueError for columns of different lengths, negative days, entries not before the end
SurvivalTable table_of_columns(py::handle times, py::handle causes, py::handle watched_from, bool one_cause);

/// Columns of days and causes as episodes of workers; `workers` is anything Python can look up. @throws as `table_of_columns`
std::vector<WorkerEpisode> episodes_of_columns(py::iterable workers, py::handle times, py::handle causes, py::handle watched_from);

/// The number of each worker, from 0, in the order they come.
std::vector<std::size_t> worker_numbers(py::iterable workers);

/// The level of an interval. @throws ValueError
double to_level(double level);

/// The scale of an interval. @throws ValueError
IntervalScale to_scale(const std::string& scale);

/// The argument `level` of every estimate.
inline py::arg_v level_argument() { return py::arg("level") = default_level; }

/// A class of plain estimates of the package.
py::object estimate_class(const char* name);

/// A number, None when it is missing.
py::object real_or_none(const std::optional<double>& number);

/// An estimate as the package's `Estimate`.
py::object to_python(const Estimate& estimate);

}  // namespace maintien::python
