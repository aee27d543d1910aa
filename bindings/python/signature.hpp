#pragma once
// Functions bound with their signature, said once: help() and inspect.signature() read what pybind11 is given.

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>

namespace maintien::python {

namespace py = pybind11;

/// The name of `*paths` or `**attributes`, stars included: pybind11 takes them without a name.
struct Starred {
    const char* name;
};

}  // namespace maintien::python

/// pybind11 passes over a starred name: it is for the signature alone.
template <>
struct pybind11::detail::process_attribute<maintien::python::Starred>
    : pybind11::detail::process_attribute_default<maintien::python::Starred> {};

namespace maintien::python {

inline std::string spelt(const py::arg& argument) { return argument.name; }
inline std::string spelt(const py::arg_v& argument) { return std::string(argument.name) + "=" + py::repr(argument.value).cast<std::string>(); }
inline std::string spelt(const py::kw_only&) { return "*"; }
inline std::string spelt(const Starred& argument) { return argument.name; }

/// A docstring that begins with the signature as Python's own built-in functions write it.
template <class... Extra>
std::string documented(const char* name, std::string_view self, const char* text, const Extra&... extra) {
    std::string signature(self);
    ((signature += (signature.empty() ? "" : ", ") + spelt(extra)), ...);
    return std::string(name) + "(" + signature + ")\n--\n\n" + text;
}

/// Adds a function to the module.
template <class Function, class... Extra>
void def(py::module_& m, const char* name, const char* text, Function&& function, const Extra&... extra) {
    m.def(name, std::forward<Function>(function), documented(name, "", text, extra...).c_str(), extra...);
}

/// Adds a method to a class. Its `self` is written out: Python drops the first argument of a method by itself.
template <class Class, class Function, class... Extra>
void def(Class& cls, const char* name, const char* text, Function&& function, const Extra&... extra) {
    cls.def(name, std::forward<Function>(function), documented(name, "self", text, extra...).c_str(), extra...);
}

/// Adds the constructor of a class; the class's own docstring tells what it takes.
template <class Class, class Factory, class... Extra>
void def_init(Class& cls, Factory&& factory, const Extra&... extra) {
    cls.def(py::init(std::forward<Factory>(factory)), documented("__init__", "self", "", extra...).c_str(), extra...);
}

}  // namespace maintien::python
