#pragma once
/// @file
/// Outcomes: how an episode ended.

#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// The outcome with which the worker leaves the cell.
struct OutcomeRecord {
    Outcome outcome = Outcome::other_outcome;  ///< the outcome
};

template <>
inline constexpr auto fields_of<OutcomeRecord> = std::tuple{
    required_field(Attribute::outcome, &OutcomeRecord::outcome)};

}  // namespace maintien
