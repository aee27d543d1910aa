#pragma once
/// @file
/// Checking a register: every event that deviates from the protocol, with its reasons.

#include <iterator>

#include "maintien/pathway/deviation.hpp"
#include "maintien/register/replay.hpp"

namespace maintien {

/// The latest day in a register: the day it was extracted, as far as it tells. None when it is empty.
inline Day latest_day(const EventTable& table) {
    Day latest{};
    for (const Day day : table.on) latest = std::max(latest, day);
    for (const Day day : table.recorded_on) latest = std::max(latest, day);
    for (const auto& entry : table.replacements) latest = std::max({latest, entry.on, entry.recorded_on});
    return latest;
}

namespace detail {

/// What one thread needs to check cases one after the other.
struct CheckDesk {
    Position position{};           ///< the case at hand
    std::vector<Mark> marks{};     ///< the marks of the case at hand
    std::vector<Reason> reasons{}; ///< why the mark at hand deviates
};

/// A deviation of a case, to be filled in.
inline Deviation deviation_of(const CaseKey& key, const Position& position, const Mark& mark) {
    return {.service = std::string(key.service), .case_id = std::string(key.case_id), .episode = static_cast<std::uint32_t>(position.episodes.size()),
            .event = mark.event, .on = mark.on};
}

/// The one deviation of a case that no referral ever opened; it stands at the first event of the case.
inline Deviation missing_referral(const CaseKey& key, const Position& position, const Mark& first) {
    auto deviation = deviation_of(key, position, first);
    deviation.episode = 1;
    deviation.rule = "referral_missing";
    deviation.severity = Severity::unrecorded;
    const auto [fr, en] = not_reached_wording(Milestone::referral);
    deviation.reasons.push_back({.condition = "after", .why = "not_recorded", .fr = fr, .en = en});
    return deviation;
}

inline bool has_referral(const Position& position) {
    const auto referred = [](const Episode& episode) { return known(episode.day_of(Milestone::referral)); };
    return std::any_of(position.episodes.begin(), position.episodes.end(), referred);
}

/// Watches the replay of the case on the desk, and lists its deviations.
struct DeviationsSeen {
    CheckDesk& desk;                 ///< the desk
    const CaseKey& key;              ///< the case
    const Protocol& protocol;        ///< the rules
    std::vector<Deviation>& found;   ///< where deviations are listed

    /// The reasons are those of the case as the event meets it.
    void before(std::size_t i) {
        const auto judgement = judge(desk.position, desk.marks[i], protocol);
        if (severity_of(judgement)) desk.reasons = reasons_of(desk.position, desk.marks[i], judgement, protocol);
    }
    /// A reopened or referred-again case is listed under the episode the event opens.
    void operator()(std::size_t i, const Judgement& judgement) {
        const auto severity = severity_of(judgement);
        if (!severity) return;
        found.push_back(deviation_of(key, desk.position, desk.marks[i]));
        found.back().rule = rule_of(judgement, desk.marks[i]);
        found.back().severity = *severity;
        found.back().reasons = std::move(desk.reasons);
    }
};

/// Lists the deviations of the case on the desk, whose marks are in canonical order.
inline void check_case(CheckDesk& desk, const CaseKey& key, int birth_year, const Protocol& protocol, std::vector<Deviation>& found) {
    begin_case(desk.position, birth_year);
    const std::size_t first_found = found.size();
    replay_one(desk.position, std::span<const Mark>(desk.marks), protocol, DeviationsSeen{desk, key, protocol, found});
    if (has_referral(desk.position)) return;
    found.insert(found.begin() + static_cast<std::ptrdiff_t>(first_found), missing_referral(key, desk.position, desk.marks.front()));
}

}  // namespace detail

/// Every deviation in a register, seen on one day, in the order of the list. It is quality control and looks at all cases: those of
/// workers who object to statistics too, which a report leaves out of its counts. The protocol must outlive the list.
inline DeviationList check(const EventTable& table, const Protocol& protocol, Day as_of, unsigned threads = 0, const Headway& headway = {}) {
    CaseColumns cases = unknown_cases(table.cases());
    auto parts = walk_cases<detail::CheckDesk, std::vector<Deviation>>(
        table, mask_of(as_of, no_day), threads, cases, [&](detail::CheckDesk& desk, std::vector<Deviation>& found, CaseIndex index, std::span<const DatedMark> marks) {
            desk.marks.clear();
            for (const auto& mark : marks) desk.marks.push_back(mark.mark);
            detail::check_case(desk, key_of(table, index), cases.birth_year[index], protocol, found);
        }, headway);
    DeviationList list{.protocol = std::string(protocol.name), .as_of = as_of};
    for (auto& part : parts) std::move(part.begin(), part.end(), std::back_inserter(list.deviations));
    sort_deviations(list.deviations);
    return list;
}

}  // namespace maintien
