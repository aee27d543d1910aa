#pragma once
/// @file
/// A state as a document: `maintien-state/1`, what a service sends to an observatory instead of cases.

#include <memory>
#include <string>
#include <string_view>

#include "maintien/indicators/state.hpp"
#include "maintien/io/protocol_document.hpp"
#include "maintien/io/source.hpp"

namespace maintien::io {

/// A state that was read, with the protocol its figures are worked out under.
struct LoadedState {
    std::shared_ptr<const LoadedProtocol> rules{};  ///< the protocol the state points to
    State state{};                                  ///< the state
};

/// A state as `maintien-state/1` (docs/formats.md): the question, the protocol, the sources, then the integers of the whole and of every
/// stratum by their names; zeros are left out. The same state gives the same bytes, however it came about.
std::string state_json(const State& state);

/// A state from its JSON text, of a closed grammar: counts are whole numbers that are not negative and not too large to be added up, days
/// ascend, sources and strata are in order, no numerator exceeds its denominator.
/// @throws DocumentError with every fault, each at its JSON pointer.
LoadedState parse_state(std::string_view json, const std::string& name);

/// A state from a file. @throws DocumentError as `parse_state`, and when it cannot be read.
LoadedState read_state(const Source& source);

/// Adds a state to another. @throws DocumentError when they do not add up, with the reason; `added_name` and `into_name` name the documents.
void merge_loaded(LoadedState& into, const LoadedState& added, const std::string& into_name, const std::string& added_name);

}  // namespace maintien::io
