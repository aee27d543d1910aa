#pragma once
/// @file
/// Consents: the ledger's lines.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// A consent given, refused or withdrawn.
struct Consent {
    ConsentScope scope = ConsentScope::referral;  ///< what it allows
    ConsentState state = ConsentState::given;  ///< given, refused or withdrawn
    std::optional<Actor> party{};  ///< who consents; the worker when absent
    std::optional<Partner> partner{};  ///< the one partner it covers; all when absent
    Day until{};  ///< last day it holds, inclusive
};

template <>
inline constexpr auto fields_of<Consent> = std::tuple{
    required_field(Attribute::scope, &Consent::scope),
    required_field(Attribute::state, &Consent::state),
    optional_field(Attribute::party, &Consent::party),
    optional_field(Attribute::partner, &Consent::partner),
    optional_field(Attribute::until, &Consent::until)};

}  // namespace maintien
