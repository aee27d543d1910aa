#pragma once
/// @file
/// Team reviews.

#include <tuple>

#include "maintien/case/field.hpp"

namespace maintien {

/// The team discusses the case.
struct TeamReview {
};

template <>
inline constexpr auto fields_of<TeamReview> = std::tuple<>{};

}  // namespace maintien
