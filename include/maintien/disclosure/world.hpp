#pragma once
/// @file
/// Worlds: other counts from which the very same document could have been published.

#include <limits>

#include "maintien/disclosure/outlook.hpp"

namespace maintien {

/// A world, told by what is different from the truth.
struct World {
    std::vector<std::pair<std::uint32_t, std::int64_t>> changes{};  ///< counts in ascending order, and how much more they are
    std::vector<std::uint32_t> changed_sums{};                      ///< the sums that come out differently
};

/// How much more a sum is in a world.
inline std::int64_t change_of(const CountForm& form, const World& world) {
    std::int64_t change = 0;
    for (const auto& [count, times] : form) {
        const auto at = std::lower_bound(world.changes.begin(), world.changes.end(), std::pair(count, std::numeric_limits<std::int64_t>::min()));
        if (at != world.changes.end() && at->first == count) change += times * at->second;
    }
    return change;
}

/// The constraints that a world touches.
inline std::vector<std::uint32_t> touched_by(const Outlook& outlook, const World& world) {
    std::vector<std::uint32_t> counts;
    for (const auto& change : world.changes) counts.push_back(change.first);
    return outlook.around_all(counts);
}

/// The world with these changes.
inline World make_world(const Outlook& outlook, std::vector<std::pair<std::uint32_t, std::int64_t>> changes) {
    World world;
    std::sort(changes.begin(), changes.end());
    world.changes = std::move(changes);
    for (const auto i : touched_by(outlook, world))
        if (outlook.is_sum(i) && change_of(outlook.form_at(i), world) != 0) world.changed_sums.push_back(outlook.sum_of_constraint(i));
    return world;
}

/// Whether everything that is shown is the same in a world.
inline bool looks_the_same(const Outlook& outlook, const World& world) {
    return std::none_of(world.changed_sums.begin(), world.changed_sums.end(), [&](std::uint32_t sum) { return outlook.shown(sum) > 0; });
}

/// Whether a world can be, checked in whole numbers: no count is negative, all relations hold, what is shown stays the
/// same (`before_only`: what was published before).
inline bool can_be(const Outlook& outlook, const World& world, bool before_only = false) {
    const auto& system = outlook.system();
    for (const auto& [count, more] : world.changes)
        if (system.truth[count] + more < 0) return false;
    for (const auto i : touched_by(outlook, world)) {
        if (!outlook.binds(i, before_only)) continue;
        const auto change = change_of(outlook.form_at(i), world);
        if (outlook.is_equation(i) ? change != 0 : value_of(outlook.form_at(i), system.truth) + change > 0) return false;
    }
    return true;
}

}  // namespace maintien
