#pragma once
/// @file
/// Action plans.

#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/code_set.hpp"

namespace maintien {

/// An action plan agreed with the worker.
struct ActionPlan {
    CodeSet<Aspect> aspects{};  ///< medical, social, professional
};

template <>
inline constexpr auto fields_of<ActionPlan> = std::tuple{
    required_field(Attribute::aspect, &ActionPlan::aspects)};

}  // namespace maintien
