#pragma once
/// @file
/// Relays to partners.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// A relay sheet sent to a partner, or the partner's answer.
struct Relay {
    Partner partner = Partner::other_partner;  ///< the partner
    std::optional<RelayState> state{};  ///< sent or answered
};

template <>
inline constexpr auto fields_of<Relay> = std::tuple{
    required_field(Attribute::partner, &Relay::partner),
    optional_field(Attribute::relay_state, &Relay::state)};

}  // namespace maintien
