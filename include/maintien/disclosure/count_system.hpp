#pragma once
/// @file
/// Systems of counts: everything published together, as linear equations over numbers of people.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace maintien {

/// A count with its coefficient.
using CountTerm = std::pair<std::uint32_t, std::int32_t>;

/// A sum of counts, each once, in ascending order.
using CountForm = std::vector<CountTerm>;

/// What holds between counts and is known to everybody: a sum of counts is 0, or at most 0.
struct CountRelation {
    CountForm form{};       ///< the sum
    bool equation = true;   ///< whether it is 0; otherwise at most 0
};

/// How a published row is shown.
enum class Hiding : std::uint8_t {
    shown,     ///< as it is
    primary,   ///< hidden for what it says itself
    secondary, ///< hidden so that others cannot be worked out
    withheld   ///< hidden because it is not written down yet how it hangs together with others
};

/// Something a row may not give away: a small number of people, of which an outsider must not learn more than that it
/// lies in [1, limit − 1].
struct ProtectedCount {
    CountForm form{};           ///< the number as a sum of counts
    std::int64_t value = 0;     ///< what it is
    std::int64_t limit = 0;     ///< the least count that may be shown
    bool operator==(const ProtectedCount&) const = default;
};

/// A row: it says all of its numbers, or none.
struct CountRow {
    std::vector<std::uint32_t> says{};      ///< positions of the sums it says
    std::vector<std::uint32_t> protects{};  ///< positions of what it may not give away
    Hiding hiding = Hiding::shown;          ///< how it is shown
    bool fixed = false;                     ///< whether it was published before: nothing can be hidden any more
    double weight = 1;                      ///< what is lost when it is hidden
};

/// All rows published together, over counts that are whole numbers from 0.
struct CountSystem {
    std::vector<std::int64_t> truth{};            ///< the counts as they are
    std::vector<CountRelation> relations{};       ///< what holds between them
    std::vector<CountForm> sums{};                ///< the different sums that rows say
    std::vector<ProtectedCount> protected_counts{};  ///< the different numbers that may not be given away
    std::vector<CountRow> rows{};                 ///< the rows
    std::map<CountForm, std::uint32_t> sum_places{};                              ///< where each sum stands
    std::map<std::pair<CountForm, std::int64_t>, std::uint32_t> protected_places{};  ///< where each protected number and its limit stand
};

/// A sum of counts put in order, each count once.
inline CountForm tidy(CountForm form) {
    std::sort(form.begin(), form.end());
    CountForm tidied;
    for (const auto& [count, times] : form) {
        if (!tidied.empty() && tidied.back().first == count) tidied.back().second += times;
        else tidied.push_back({count, times});
    }
    std::erase_if(tidied, [](const CountTerm& term) { return term.second == 0; });
    return tidied;
}

/// The difference of two sums.
inline CountForm minus(CountForm a, const CountForm& b) {
    for (const auto& [count, times] : b) a.push_back({count, -times});
    return tidy(std::move(a));
}

/// What a sum comes to.
inline std::int64_t value_of(const CountForm& form, const std::vector<std::int64_t>& counts) {
    std::int64_t value = 0;
    for (const auto& [count, times] : form) value += times * counts[count];
    return value;
}

/// The position of a sum that rows say, which is added when it is new.
inline std::uint32_t sum_place(CountSystem& system, const CountForm& form) {
    const auto [place, added] = system.sum_places.emplace(form, static_cast<std::uint32_t>(system.sums.size()));
    if (added) system.sums.push_back(form);
    return place->second;
}

/// The position of something protected, which is added when it is new.
inline std::uint32_t protected_place(CountSystem& system, const CountForm& form, std::int64_t limit) {
    const auto [place, added] = system.protected_places.emplace(std::pair(form, limit), static_cast<std::uint32_t>(system.protected_counts.size()));
    if (added) system.protected_counts.push_back({form, value_of(form, system.truth), limit});
    return place->second;
}

/// Adds what everybody knows, when it is so: a ≤ b, or a = b when `may_be_equal` and both are the same. What does not
/// hold of the counts as they are is nothing an outsider could rely on, and is not added.
inline void relate_at_most(CountSystem& system, const CountForm& a, const CountForm& b, bool may_be_equal = false) {
    const auto form = minus(a, b);
    const auto value = value_of(form, system.truth);
    if (!form.empty() && value <= 0) system.relations.push_back({form, may_be_equal && value == 0});
}

/// Adds an equation a = b, when it holds.
inline void relate_equal(CountSystem& system, const CountForm& a, const CountForm& b) {
    const auto form = minus(a, b);
    if (!form.empty() && value_of(form, system.truth) == 0) system.relations.push_back({form, true});
}

/// The same system with counts that are always the same taken for one; the rows stay in their places.
inline CountSystem contracted(const CountSystem& system) {
    std::vector<std::uint32_t> same(system.truth.size());
    for (std::uint32_t i = 0; i < same.size(); ++i) same[i] = i;
    const auto first_of = [&](std::uint32_t count) {
        while (same[count] != count) count = same[count] = same[same[count]];
        return count;
    };
    for (const auto& [form, equation] : system.relations)
        if (equation && form.size() == 2 && form[0].second == -form[1].second) same[std::max(first_of(form[0].first), first_of(form[1].first))] = std::min(first_of(form[0].first), first_of(form[1].first));
    const auto renamed = [&](CountForm form) {
        for (auto& term : form) term.first = first_of(term.first);
        return tidy(std::move(form));
    };
    CountSystem result;
    result.truth = system.truth;
    std::map<CountForm, bool> relations;
    for (const auto& [form, equation] : system.relations)
        if (auto kept = renamed(form); !kept.empty()) relations[std::move(kept)] |= equation;
    for (const auto& [form, equation] : relations) result.relations.push_back({form, equation});
    for (auto row : system.rows) {
        for (auto& sum : row.says) sum = sum_place(result, renamed(system.sums[sum]));
        for (auto& count : row.protects) count = protected_place(result, renamed(system.protected_counts[count].form), system.protected_counts[count].limit);
        result.rows.push_back(std::move(row));
    }
    return result;
}

/// How many rows say each sum in the open.
inline std::vector<std::uint32_t> shown_sums(const CountSystem& system) {
    std::vector<std::uint32_t> shown(system.sums.size(), 0);
    for (const auto& row : system.rows)
        if (row.hiding == Hiding::shown)
            for (const auto sum : row.says) ++shown[sum];
    return shown;
}

}  // namespace maintien
