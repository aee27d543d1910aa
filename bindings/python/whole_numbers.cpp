#include "whole_numbers.hpp"

#include <cmath>
#include <cstring>
#include <optional>
#include <string>

namespace maintien::python {

namespace {

[[noreturn]] void refuse(const char* argument, std::size_t position, const std::string& found, const char* expected) {
    throw py::value_error(std::string(argument) + "[" + std::to_string(position) + "]: found " + found + ", expected " + expected);
}

std::string spelt_number(double value) { return py::repr(py::float_(value)).cast<std::string>(); }

void keep(std::vector<std::int64_t>& column, double value, const char* argument) {
    constexpr double exactly_whole = 9007199254740992.0;  // 2^53
    if (!(std::trunc(value) == value && std::abs(value) < exactly_whole)) refuse(argument, column.size(), spelt_number(value), "a whole number");
    column.push_back(static_cast<std::int64_t>(value));
}

void keep(std::vector<std::int64_t>& column, std::int64_t value, const char*) { column.push_back(value); }

void keep(std::vector<double>& column, double value, const char* argument) {
    if (!std::isfinite(value)) refuse(argument, column.size(), spelt_number(value), "a finite number");
    column.push_back(value);
}

void keep(std::vector<double>& column, std::int64_t value, const char*) { column.push_back(static_cast<double>(value)); }

template <class Stored, class Widened, class Number>
void read_as(const py::buffer_info& buffer, std::vector<Number>& column, const char* argument) {
    const auto* at = static_cast<const char*>(buffer.ptr);
    for (py::ssize_t i = 0; i < buffer.shape[0]; ++i, at += buffer.strides[0]) {
        Stored value;
        std::memcpy(&value, at, sizeof value);
        keep(column, static_cast<Widened>(value), argument);
    }
}

/// Reads a buffer of the usual kinds of numbers; false when it is of another kind.
template <class Number>
bool read_buffer(const py::buffer_info& buffer, std::vector<Number>& column, const char* argument) {
    if (buffer.ndim != 1) throw py::value_error(std::string(argument) + ": found " + std::to_string(buffer.ndim) + " dimensions, expected a column");
    column.reserve(static_cast<std::size_t>(buffer.shape[0]));
    if (buffer.item_type_is_equivalent_to<std::int64_t>()) read_as<std::int64_t, std::int64_t>(buffer, column, argument);
    else if (buffer.item_type_is_equivalent_to<std::int32_t>()) read_as<std::int32_t, std::int64_t>(buffer, column, argument);
    else if (buffer.item_type_is_equivalent_to<double>()) read_as<double, double>(buffer, column, argument);
    else if (buffer.item_type_is_equivalent_to<float>()) read_as<float, double>(buffer, column, argument);
    else if (buffer.item_type_is_equivalent_to<bool>()) read_as<std::uint8_t, std::int64_t>(buffer, column, argument);
    else if (buffer.item_type_is_equivalent_to<std::uint8_t>()) read_as<std::uint8_t, std::int64_t>(buffer, column, argument);
    else return false;
    return true;
}

template <class Number>
void read_item(py::handle item, std::vector<Number>& column, const char* argument) {
    if (PyFloat_Check(item.ptr())) return keep(column, PyFloat_AS_DOUBLE(item.ptr()), argument);
    const auto whole = py::reinterpret_steal<py::object>(PyNumber_Index(item.ptr()));
    const auto value = whole ? PyLong_AsLongLong(whole.ptr()) : -1;
    if (PyErr_Occurred()) {
        PyErr_Clear();
        refuse(argument, column.size(), py::repr(item).cast<std::string>(), "a number");
    }
    keep(column, static_cast<std::int64_t>(value), argument);
}

/// What a column shows of its memory; nothing when it shows none, as columns of dates.
std::optional<py::buffer_info> buffer_of(py::handle values) {
    if (!py::isinstance<py::buffer>(values)) return std::nullopt;
    try {
        return py::reinterpret_borrow<py::buffer>(values).request();
    } catch (const py::error_already_set&) {
        return std::nullopt;
    }
}

template <class Number>
std::vector<Number> column_of(py::handle values, const char* argument) {
    std::vector<Number> column;
    if (const auto buffer = buffer_of(values); buffer && read_buffer(*buffer, column, argument)) return column;
    if (py::isinstance<py::str>(values) || !py::isinstance<py::iterable>(values))
        throw py::type_error(std::string(argument) + ": found " + py::repr(values).cast<std::string>() + ", expected a column of numbers");
    for (const py::handle item : py::iter(values)) read_item(item, column, argument);
    return column;
}

}  // namespace

std::vector<std::int64_t> whole_numbers(py::handle column, const char* argument) { return column_of<std::int64_t>(column, argument); }

std::vector<double> real_numbers(py::handle column, const char* argument) { return column_of<double>(column, argument); }

}  // namespace maintien::python
