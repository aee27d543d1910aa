#pragma once
// Columns of whole numbers and of numbers from Python: NumPy arrays and other buffers, lists, tuples, pandas and polars columns.

#include <pybind11/pybind11.h>

#include <cstdint>
#include <vector>

namespace maintien::python {

namespace py = pybind11;

/// The whole numbers of a column; a floating-point number must be whole.
/// @throws ValueError or TypeError naming the argument, the position and what was found
std::vector<std::int64_t> whole_numbers(py::handle column, const char* argument);

/// The numbers of a column, which must be finite. @throws as `whole_numbers`
std::vector<double> real_numbers(py::handle column, const char* argument);

}  // namespace maintien::python
