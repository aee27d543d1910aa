#pragma once
// What the Python classes hold: tables shared between them and never changed.

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <vector>

#include "maintien/disclosure/release.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/protocol_document.hpp"
#include "maintien/io/state_document.hpp"
#include "maintien/pathway/verdict.hpp"
#include "maintien/protocol/protocol_versions.hpp"
#include "maintien/register/case_table.hpp"

namespace maintien::python {

namespace py = pybind11;

/// A rule book, and the name it was asked by.
struct ProtocolHandle {
    const Protocol* protocol = nullptr;  // of several versions the latest
    std::string name{};
    ProtocolVersions versions{};         // those between which the referral day of each episode chooses
    std::shared_ptr<const io::LoadedProtocol> loaded{};  // what was read; a built-in protocol lives as long as the program
};

/// The events of many cases.
struct Events {
    std::shared_ptr<const EventTable> table{};
    std::int64_t rejected_cases = 0, rejected_rows = 0, skipped_empty_rows = 0;
    std::vector<std::string> remarks{}, unmapped_columns{};
};

/// What a reading gives, as events.
Events events_of(io::ReadResult&& result);

/// Where the cases of a register stand.
struct Cases {
    Events events{};
    std::shared_ptr<const CaseTable> table{};
    ProtocolHandle protocol{};
};

/// The integers behind a report; the protocol they are read under may be a built-in one.
struct StateHandle {
    std::shared_ptr<const io::LoadedState> loaded{};
};

/// The figures of a register, with what they were made from.
struct ReportHandle {
    Cases cases{};                                            // none when made of a state, or to be published
    std::shared_ptr<const void> rules{};                      // keeps the protocol whose words the report quotes
    std::shared_ptr<const ReferencePopulation> reference{};   // what rates are standardised on, or none
    Report report{};
    py::object audit{py::none()};                             // of a report to be published
    py::object rows{};                                        // made when first asked for
    bool was_pickled = false;                                 // came back from a pickle, which takes neither cases nor audit along
};

/// The protocol a Python argument means: a `Protocol`, the name of a built-in one, or the path of a file. @throws ValueError
ProtocolHandle to_protocol(py::handle value);

/// A reason as a Python value.
py::object to_python(const Reason& reason);

/// A verdict as a Python value.
py::object to_python(const Verdict& verdict);

/// Replays a register with the interpreter free to do something else; `progress` shows a bar.
Cases replay_events(const Events& events, const ProtocolHandle& protocol, ReplayDay day, bool progress = false);

}  // namespace maintien::python
