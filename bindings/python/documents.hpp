#pragma once
// Results that are documents too: the Python value is read from the very document the library writes.

#include <functional>
#include <memory>
#include <string>

#include "maintien/vocabulary/language.hpp"
#include "values.hpp"

namespace maintien::python {

/// A result as the documents it can be written as; what it cannot be written as is empty.
struct Document {
    std::function<std::string()> json{};
    std::function<std::string(Language)> text{};
    std::function<std::string()> csv{};
};

/// A result with the functions that write it.
template <class Result, class Json, class Text>
Document document_of(Result result, Json json, Text text) {
    const auto kept = std::make_shared<const Result>(std::move(result));
    return {[=] { return json(*kept); }, [=](Language language) { return text(*kept, language); }, {}};
}

/// What writing gives, with the interpreter free to do something else.
template <class Write>
std::string written(Write&& write) {
    const py::gil_scoped_release free;
    return write();
}

/// A value of a class of the package, read from its document; `more` are fields that the document does not hold.
py::object read_record(const char* name, Document document, const py::dict& more = {});

/// Iterates over what has a length and takes a number: `len(x)` and `x[i]`.
inline py::iterator walk(const py::object& rows) {
    auto iterator = py::reinterpret_steal<py::iterator>(PySeqIter_New(rows.ptr()));
    if (!iterator) throw py::error_already_set();
    return iterator;
}

/// The place in a list of `size` that a Python index means. @throws IndexError
std::size_t place_in(std::size_t size, std::ptrdiff_t index);

}  // namespace maintien::python
