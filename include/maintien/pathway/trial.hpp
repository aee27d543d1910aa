#pragma once
/// @file
/// Trials: an entry judged at its place among the others of its case, before anybody makes it.

#include <optional>
#include <span>
#include <vector>

#include "maintien/pathway/history.hpp"

namespace maintien {

/// Marks of one case in canonical order, up to the end of the day of the one that is tried.
struct TriedMarks {
    std::vector<Mark> marks{};      ///< the marks
    std::size_t at = 0;             ///< the one that is tried
    int birth_year = 0;             ///< the worker's year of birth as known from them, 0 when not known
    int birth_year_of_others = 0;   ///< the same without the one that is tried
};

/// What the rules say of a tried entry.
struct Trial {
    Judgement judgement{};              ///< at its place
    Position before{};                  ///< where the case stood then
    bool disturbs_its_day = false;      ///< an entry of the same day that followed the rules would not any more

    /// Whether the entry may be made.
    bool accepted() const { return judgement.allowed() && !disturbs_its_day; }
};

namespace detail {

/// Watches a replay for the moment just before one mark.
template <class Act>
struct TrialWatch {
    std::size_t watched;
    Act act;

    void operator()(std::size_t, const Judgement&) const {}
    void before(std::size_t i, const Protocol& protocol) {
        if (i == watched) act(protocol);
    }
};

/// Whether a row refuses nothing: such an entry states a fact that may be recorded whenever it is learnt.
inline bool refuses_nothing(const Transition& row) { return row.from == any_stage && row.guards.empty() && row.move == same_stage; }

/// Where the day of the last mark begins.
inline std::size_t beginning_of_last_day(std::span<const Mark> marks) {
    std::size_t first = marks.size();
    while (first > 0 && marks[first - 1].on == marks.back().on) --first;
    return first;
}

/// Of each mark of the last day, whether it follows the rules.
inline std::vector<bool> last_day_judged(std::span<const Mark> marks, int birth_year, const ProtocolVersions& protocol) {
    const std::size_t first = beginning_of_last_day(marks);
    std::vector<bool> allowed(marks.size() - first);
    Position position = new_position(birth_year);
    replay_one(position, marks, protocol, [&](std::size_t i, const Judgement& judgement) {
        if (i >= first) allowed[i - first] = judgement.allowed();
    });
    return allowed;
}

/// Whether the tried mark takes its place from another of its day: one that follows the rules without it and not with it.
inline bool disturbs_its_day(const TriedMarks& tried, const ProtocolVersions& protocol) {
    if (tried.marks.size() - beginning_of_last_day(tried.marks) < 2) return false;
    const std::size_t at = tried.at - beginning_of_last_day(tried.marks);
    auto others = tried.marks;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(tried.at));
    const auto with = last_day_judged(tried.marks, tried.birth_year, protocol), without = last_day_judged(others, tried.birth_year_of_others, protocol);
    for (std::size_t i = 0; i < without.size(); ++i)
        if (without[i] && !with[i < at ? i : i + 1]) return true;
    return false;
}

}  // namespace detail

/// Calls `judged(position, mark, version)` when the replay of the tried marks meets the one that is tried.
template <class Judged>
void meet(const TriedMarks& tried, const ProtocolVersions& protocol, Judged&& judged) {
    Position position = new_position(tried.birth_year);
    const auto act = [&](const Protocol& version) { judged(position, tried.marks[tried.at], version); };
    detail::TrialWatch<decltype(act)> watch{tried.at, act};
    replay_one(position, std::span<const Mark>(tried.marks), protocol, watch);
}

/// Whether an allowed entry would put another of its day out of its place; a fact that may always be recorded is not asked.
inline bool disturbs(const TriedMarks& tried, const Judgement& judgement, const ProtocolVersions& protocol) {
    return judgement.allowed() && !detail::refuses_nothing(*judgement.row) && detail::disturbs_its_day(tried, protocol);
}

/// Tries a mark among the others of its case.
inline Trial trial_of(const TriedMarks& tried, const ProtocolVersions& protocol) {
    Trial trial;
    meet(tried, protocol, [&](const Position& position, const Mark& mark, const Protocol& version) {
        trial.judgement = judge(position, mark, version);
        trial.before = position;
    });
    trial.disturbs_its_day = disturbs(tried, trial.judgement, protocol);
    return trial;
}

}  // namespace maintien
