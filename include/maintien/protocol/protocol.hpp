#pragma once
/// @file
/// Protocols: the rule book of a cell.

#include <cstdint>
#include <string_view>

#include "maintien/protocol/expected.hpp"
#include "maintien/protocol/follow_up_schedule.hpp"
#include "maintien/protocol/outcome_table.hpp"
#include "maintien/protocol/profile.hpp"
#include "maintien/protocol/recommendations.hpp"
#include "maintien/protocol/target.hpp"
#include "maintien/protocol/time_limit.hpp"
#include "maintien/protocol/transition.hpp"

namespace maintien {

/// A place where a variant asks less than its base, with the reason.
struct Relaxation {
    std::string_view rule;    ///< the base's rule that is weakened or dropped
    std::string_view reason;  ///< why
    constexpr bool operator==(const Relaxation&) const = default;
};

/// The rule book of a cell in one version: a value of plain data, so that it can be a compile-time constant.
struct Protocol {
    std::string_view name;                         ///< the protocol's name (`common_core`)
    int version = 1;                               ///< its version
    Text title{};                                  ///< how people call it
    Day valid_from = no_day;                       ///< first referral day it applies to
    Day valid_until = no_day;                      ///< last one, or none
    std::string_view base{};                       ///< the protocol it is a variant of, empty for a core
    FixedList<Relaxation, 12> relaxes{};           ///< where it asks less than its base
    CodeSet<Actor> team{};                         ///< who belongs to the cell's team
    FixedList<Transition, 48> transitions{};       ///< the rows, grouped by event
    FixedList<ExpectedRule, 8> expected{};         ///< what is usually done beside an event; yields only notes
    FixedList<TimeLimit, 8> time_limits{};         ///< by when steps are owed
    FollowUpSchedule follow_up{};                  ///< when people are asked again
    OutcomeTable outcomes = default_outcomes();    ///< how outcomes are read
    Profile profile{};                             ///< how figures are counted
    FixedList<Target, 8> targets{};                ///< what was promised
    Recommendations recommendations = Recommendations::opt_out;  ///< on whose word recommendations go to the employer
    FixedList<int, 4> digest_days{};               ///< days of the month on which physicians get their list of visits
    std::array<std::uint8_t, count_of<Event> + 1> first_row{};  ///< where each event's rows begin; see `indexed`
    constexpr bool operator==(const Protocol&) const = default;
};

/// The same protocol with its rows grouped by event and the index that finds them at once.
constexpr Protocol indexed(Protocol protocol) {
    auto& rows = protocol.transitions;
    for (std::size_t i = 1; i < rows.size(); ++i)
        for (std::size_t j = i; j > 0 && rows[j].event < rows[j - 1].event; --j) {
            const Transition moved = rows[j];
            rows[j] = rows[j - 1];
            rows[j - 1] = moved;
        }
    std::size_t row = 0;
    for (std::size_t event = 0; event <= count_of<Event>; ++event) {
        while (row < rows.size() && index_of(rows[row].event) < event) ++row;
        protocol.first_row[event] = static_cast<std::uint8_t>(row);
    }
    return protocol;
}

/// The rows of one event.
struct RowRange {
    const Transition* first = nullptr;  ///< first row
    const Transition* last = nullptr;   ///< past the last row
    constexpr const Transition* begin() const { return first; }  ///< first row
    constexpr const Transition* end() const { return last; }     ///< past the last row
};

/// The rows of `event` in an indexed protocol.
constexpr RowRange rows_of(const Protocol& protocol, Event event) {
    const auto* rows = protocol.transitions.begin();
    return {rows + protocol.first_row[index_of(event)], rows + protocol.first_row[index_of(event) + 1]};
}

/// The row called `id`, or none.
constexpr const Transition* row_named(const Protocol& protocol, std::string_view id) {
    for (const auto& row : protocol.transitions)
        if (row.id == id) return &row;
    return nullptr;
}

/// The stages a protocol speaks of: those its rows start from or lead to.
constexpr CodeSet<Stage> stages_of(const Protocol& protocol) {
    CodeSet<Stage> stages;
    for (const auto& row : protocol.transitions) {
        stages = stages | row.from.stages;
        if (row.move.kind == MoveKind::to) stages = stages | CodeSet<Stage>{row.move.stage};
    }
    return stages;
}

/// The time limit between two milestones, or none.
constexpr const TimeLimit* limit_between(const Protocol& protocol, Milestone from, Milestone to) {
    for (const auto& limit : protocol.time_limits)
        if (limit.from == from && limit.to == to) return &limit;
    return nullptr;
}

}  // namespace maintien
