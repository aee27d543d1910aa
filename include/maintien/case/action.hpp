#pragma once
/// @file
/// Actions of a plan.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/audience_role.hpp"
#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// One action of the plan and how far it is.
struct Action {
    Measure measure = Measure::other_measure;  ///< what is done
    std::optional<Progress> progress{};  ///< how far it is
    std::optional<Actor> actor{};  ///< who does it
    std::optional<Partner> partner{};  ///< the partner it is done with
    Day due{};  ///< by when
    Day starts_on{};  ///< first day
    Day ends_on{};  ///< last day
    CodeSet<AudienceRole> audience{};  ///< who may know of it; the kind's default when empty
};

template <>
inline constexpr auto fields_of<Action> = std::tuple{
    required_field(Attribute::measure, &Action::measure),
    optional_field(Attribute::progress, &Action::progress),
    optional_field(Attribute::actor, &Action::actor),
    optional_field(Attribute::partner, &Action::partner),
    optional_field(Attribute::due, &Action::due),
    optional_field(Attribute::starts_on, &Action::starts_on),
    optional_field(Attribute::ends_on, &Action::ends_on),
    optional_field(Attribute::audience, &Action::audience)};

}  // namespace maintien
