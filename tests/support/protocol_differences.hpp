// What tells a variant from its base, found by looking and not by its own word.
#pragma once

#include <set>
#include <string>

#include "support/protocol_words.hpp"

namespace maintien::test {

using Set = std::set<std::string>;

/// The rows of one protocol that another does not have word for word.
inline Set rows_without(const Protocol& protocol, const Protocol& other) {
    Set rows, others;
    for (const auto& row : other.transitions) others.insert(in_words(row));
    for (const auto& row : protocol.transitions)
        if (others.count(in_words(row)) == 0) rows.insert(std::string(row.id));
    return rows;
}

/// Where a variant asks less than its base: rows that start from more stages or have fewer guards, dropped limits and
/// horizons, a larger team (whom no consent covers).
inline Set weakenings(const Protocol& variant, const Protocol& base) {
    Set found;
    for (const auto& row : base.transitions) {
        const auto* own = row_named(variant, row.id);
        if (!own || own->guards.size() < row.guards.size() || (own->from.stages.bits & ~row.from.stages.bits) != 0 ||
            (own->from.none && !row.from.none))
            found.insert(std::string(row.id));
    }
    for (const auto& limit : base.time_limits)
        if (limit_between(variant, limit.from, limit.to) == nullptr) found.insert(std::string(limit.id));
    for (const int horizon : base.follow_up.horizons)
        if (position_of_horizon(variant.follow_up, horizon) < 0) found.insert("follow_up");
    if ((variant.team.bits & ~base.team.bits) != 0) found.insert("team");
    return found;
}

/// The rules a variant says it relaxes; one without a reason is named with a question mark.
inline Set listed_relaxations(const Protocol& variant) {
    Set listed;
    for (const auto& relaxation : variant.relaxes) listed.insert(std::string(relaxation.rule) + (relaxation.reason.empty() ? "?" : ""));
    return listed;
}

}  // namespace maintien::test
