#pragma once
/// @file
/// Qualification interviews.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/decision.hpp"

namespace maintien {

/// The interview on the individual situation that decides whether the cell takes the case.
struct QualificationInterview {
    Decision decision = Decision::deferred;  ///< what was decided
    CodeSet<Aspect> needs{};  ///< aspects in which help is needed
    std::optional<Orientation> orientation{};  ///< retention in the company or redeployment outside
};

template <>
inline constexpr auto fields_of<QualificationInterview> = std::tuple{
    required_field(Attribute::decision, &QualificationInterview::decision),
    optional_field(Attribute::needs, &QualificationInterview::needs),
    optional_field(Attribute::orientation, &QualificationInterview::orientation)};

}  // namespace maintien
