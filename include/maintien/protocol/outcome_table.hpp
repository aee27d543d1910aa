#pragma once
/// @file
/// The outcome table: how a service reads each outcome.

#include <array>
#include <optional>

#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// How one outcome is read.
struct OutcomeReading {
    std::optional<Family> family;             ///< where the worker goes on, for positive outcomes
    Polarity polarity = Polarity::neutral;    ///< whether the exit is positive, negative or neutral
    constexpr bool operator==(const OutcomeReading&) const = default;
};

/// The reading of every outcome, in the order of the closed list.
using OutcomeTable = std::array<OutcomeReading, count_of<Outcome>>;

/// The readings the field uses by default.
constexpr OutcomeTable default_outcomes() {
    OutcomeTable table{};
    for (const auto& term : terms_of<Outcome>) table[index_of(term.value)] = {term.family, term.polarity};
    return table;
}

/// The outcomes a table reads with `polarity`.
constexpr CodeSet<Outcome> outcomes_with(const OutcomeTable& table, Polarity polarity) {
    CodeSet<Outcome> found;
    for (const auto& term : terms_of<Outcome>)
        if (table[index_of(term.value)].polarity == polarity) found = found | CodeSet<Outcome>{term.value};
    return found;
}

}  // namespace maintien
