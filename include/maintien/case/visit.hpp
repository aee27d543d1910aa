#pragma once
/// @file
/// Medical visits that may lead to a referral.

#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien {

/// A visit with the occupational physician.
struct Visit {
    Origin kind = Origin::pre_return_visit;  ///< the kind of visit; an origin that names a visit
};

template <>
inline constexpr auto fields_of<Visit> = std::tuple{
    required_field(Attribute::visit_kind, &Visit::kind)};

}  // namespace maintien
