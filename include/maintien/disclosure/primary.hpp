#pragma once
/// @file
/// Primary suppression: which numbers of a row are too small to be shown.

#include "maintien/disclosure/count_system.hpp"

namespace maintien {

/// Whether a number of people is too small to be shown: 1 ≤ count < limit. Nobody is no person.
constexpr bool too_small(std::int64_t count, std::int64_t limit) { return 1 <= count && count < limit; }

/// What a row says, for the rule that decides whether it can be shown.
struct RowCounts {
    std::vector<CountForm> counts{};                             ///< numbers of people that it says: numerator, what is left out
    std::vector<std::pair<CountForm, CountForm>> parts_of{};     ///< a part and the whole it is measured against
    std::vector<CountForm> also_says{};                          ///< further numbers that it tells, or that are taken to be told
    std::vector<CountForm> made_of{};                            ///< numbers of people that it does not say but is worked out from
};

namespace detail {

inline void say(CountSystem& system, CountRow& row, const CountForm& form) {
    const auto place = sum_place(system, form);
    if (!form.empty() && std::find(row.says.begin(), row.says.end(), place) == row.says.end()) row.says.push_back(place);
}

inline void protect(CountSystem& system, CountRow& row, const CountForm& form, std::int64_t limit) {
    if (!too_small(value_of(form, system.truth), limit)) return;
    const auto place = protected_place(system, form, limit);
    if (std::find(row.protects.begin(), row.protects.end(), place) == row.protects.end()) row.protects.push_back(place);
}

}  // namespace detail

/// The row that says these counts, hidden when one of them is too small: a count c when 1 ≤ c < limit, and the part c of
/// a whole d also when 1 ≤ d − c < limit; then d − c is what is protected [INDICATORS §4]. A figure worked out from numbers of which one is too
/// small is hidden too; they stand in no row, so that nothing else has to protect them (decided by us).
inline CountRow counted_row(CountSystem& system, const RowCounts& said, std::int64_t limit) {
    CountRow row;
    for (const auto& form : said.counts) {
        detail::say(system, row, form);
        detail::protect(system, row, form, limit);
    }
    for (const auto& [part, whole] : said.parts_of) {
        detail::say(system, row, part);
        detail::say(system, row, whole);
        detail::protect(system, row, part, limit);
        detail::protect(system, row, minus(whole, part), limit);
    }
    for (const auto& form : said.also_says) detail::say(system, row, form);
    const auto small = [&](const CountForm& form) { return too_small(value_of(form, system.truth), limit); };
    if (!row.protects.empty() || std::any_of(said.made_of.begin(), said.made_of.end(), small)) row.hiding = Hiding::primary;
    return row;
}

}  // namespace maintien
