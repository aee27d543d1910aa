#pragma once
/// @file
/// Reopenings: a new episode of a known case.

#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien {

/// A file taken up again after its episode ended.
struct Reopening {
    ReopeningReason reason = ReopeningReason::relapse;  ///< why
};

template <>
inline constexpr auto fields_of<Reopening> = std::tuple{
    required_field(Attribute::reopening_reason, &Reopening::reason)};

}  // namespace maintien
