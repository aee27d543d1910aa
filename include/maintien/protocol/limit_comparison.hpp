#pragma once
/// @file
/// Comparing deadlines: whether a variant gives more time than its base, or follows fewer people.

#include "maintien/protocol/weakening.hpp"

namespace maintien {

/// The fewest and the most civil days a time limit can come to, wherever it begins. Working days are Monday to Saturday; at
/// most 11 holidays a year, and never more than 3 of them in one week.
struct LengthInDays {
    int fewest = 0;  ///< at least so many days
    int most = 0;    ///< at most so many days
};

/// The length of a time limit in civil days.
constexpr LengthInDays length_in_days(const TimeLimit& limit) {
    if (limit.unit == LimitUnit::days) return {limit.length, limit.length};
    if (limit.unit == LimitUnit::months) return {limit.length * 28, limit.length * 31};
    return {limit.length, limit.length * 2 + 4};
}

/// Whether a time limit can give more time than another: it is longer, or it alone stops its clock during a suspension.
constexpr bool gives_more_time(const TimeLimit& limit, const TimeLimit& base) {
    if (limit.holds && !base.holds) return true;
    if (limit.unit == base.unit) return limit.length > base.length;
    return length_in_days(limit).most > length_in_days(base).fewest;
}

/// Whether a schedule asks fewer people, less often or later than another.
constexpr bool follows_less(const FollowUpSchedule& schedule, const FollowUpSchedule& base) {
    for (const int horizon : base.horizons)
        if (position_of_horizon(schedule, horizon) < 0) return true;
    return (schedule.except.bits & ~base.except.bits) != 0 || schedule.closes_after_days > base.closes_after_days;
}

/// The time limits, the follow-up and the recommendations of a variant that ask less than those of its base, relaxed or not.
constexpr Weakenings weakened_schedule(const Protocol& variant, const Protocol& base) {
    Weakenings list;
    for (const auto& limit : base.time_limits) {
        const TimeLimit* kept = nullptr;
        for (const auto& own : variant.time_limits)
            if (own.from == limit.from && own.to == limit.to && (!kept || gives_more_time(*kept, own))) kept = &own;
        if (!kept) list.push_back({.kind = WeakeningKind::dropped_limit, .rule = limit.id, .base_rule = limit.id});
        else if (gives_more_time(*kept, limit)) list.push_back({.kind = WeakeningKind::longer_limit, .rule = kept->id, .base_rule = limit.id});
    }
    if (follows_less(variant.follow_up, base.follow_up)) list.push_back({.kind = WeakeningKind::follow_up, .rule = "follow_up", .base_rule = "follow_up"});
    if (base.recommendations == Recommendations::opt_in && variant.recommendations == Recommendations::opt_out)
        list.push_back({.kind = WeakeningKind::recommendations, .rule = "recommendations", .base_rule = "recommendations"});
    return list;
}

}  // namespace maintien
