#pragma once
/// @file
/// Referrals by worker: how a visit is recognised to have led to one.

#include <compare>

#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/identifier.hpp"

namespace maintien {

/// A worker's referral to the cell, or the reopening of his case, and when the file it opened ended.
struct WorkerReferral {
    WorkerId worker{};    ///< who was referred
    Day on{};             ///< the day of the referral or reopening
    ServiceId service{};  ///< the service of the case, empty when the file has none
    CaseId case_id{};     ///< the case's number in its service
    Day ended{};          ///< the day that passage through the cell ended, or none while it is open
    auto operator<=>(const WorkerReferral&) const = default;
};

}  // namespace maintien
