#pragma once
/// @file
/// Referrals: how a worker comes to the cell.

#include <optional>
#include <tuple>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/identifier.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien {

/// The referral form received by the cell.
struct Referral {
    Origin origin = Origin::other_origin;  ///< the occasion
    std::optional<Cause> cause{};  ///< administrative cause
    std::optional<Nature> nature{};  ///< broad class of the health problem, never a diagnosis
    std::optional<bool> consent{};  ///< the worker's consent to the referral; absent is not recorded
    std::optional<bool> on_sick_leave{};  ///< whether the worker is on sick leave
    Day sick_leave_since{};  ///< first day of that leave
    Day notified_on{};  ///< day the worker was told
    CaseId linked_case{};  ///< another case of the same worker
};

template <>
inline constexpr auto fields_of<Referral> = std::tuple{
    required_field(Attribute::origin, &Referral::origin),
    optional_field(Attribute::cause, &Referral::cause),
    optional_field(Attribute::nature, &Referral::nature),
    optional_field(Attribute::consent, &Referral::consent),
    optional_field(Attribute::on_sick_leave, &Referral::on_sick_leave),
    optional_field(Attribute::sick_leave_since, &Referral::sick_leave_since),
    optional_field(Attribute::notified_on, &Referral::notified_on),
    optional_field(Attribute::linked_case, &Referral::linked_case)};

}  // namespace maintien
