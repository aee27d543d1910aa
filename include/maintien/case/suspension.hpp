#pragma once
/// @file
/// Suspensions and resumptions.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien {

/// The file is paused.
struct Suspension {
    SuspensionReason reason = SuspensionReason::hospital;  ///< why
};

template <>
inline constexpr auto fields_of<Suspension> = std::tuple{
    required_field(Attribute::suspension_reason, &Suspension::reason)};

/// The file goes on at the stage before the suspension.
struct Resumption {
};

template <>
inline constexpr auto fields_of<Resumption> = std::tuple<>{};

}  // namespace maintien
