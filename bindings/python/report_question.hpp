#pragma once
// What figures are asked for, from Python.

#include <optional>
#include <string>

#include "handles.hpp"

namespace maintien::python {

/// A question about figures as it was asked; `asker` is the function named in errors.
struct AskedFigures {
    const char* asker;
    py::object register_, protocol, as_of, known_on, from, to, by;
    double level = default_level;
    std::string interval = "wilson";
    unsigned threads = 0;
};

/// The cases a question is about: those given, or a register replayed for it. @throws TypeError, ValueError
Cases cases_of(const AskedFigures& asked);

/// The question itself, about these cases. @throws TypeError, ValueError that tells what can be asked
ReportQuestion question_of(const AskedFigures& asked, const Cases& cases);

/// The population in a Python argument: a document, a dict with what it would hold, or None.
std::shared_ptr<const ReferencePopulation> to_reference(const py::object& reference);

/// What must stay in a service, in Python arguments.
struct AskedSecrecy {
    std::int64_t min_count = 1;
    bool to_the_public = false;
    std::optional<std::string> ledger{};

    /// Whether anything has to be hidden.
    bool is_asked() const { return least_count() > 1; }
    std::int64_t least_count() const { return to_the_public ? public_min_count : min_count; }
};

/// @throws ValueError when the arguments contradict each other
AskedSecrecy to_secrecy(const std::optional<std::int64_t>& min_count, bool to_the_public, const py::object& ledger);

/// The report of a question; with secrecy it is fit to be published. The ledger takes it in.
ReportHandle make_python_report(const AskedFigures& asked, const py::object& reference, const AskedSecrecy& secrecy);

/// The report that a state holds the integers of.
ReportHandle finish_python_state(const StateHandle& state, const py::object& reference, const AskedSecrecy& secrecy, unsigned threads);

}  // namespace maintien::python
