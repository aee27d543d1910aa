#pragma once
/// @file
/// Checking a register: every event that deviates from the protocol, with its reasons.

#include <iterator>

#include "maintien/pathway/deviation.hpp"
#include "maintien/pathway/note.hpp"
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
    Position before{};             ///< the same, as each event met it
    std::vector<Mark> marks{};     ///< the marks of the case at hand
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

/// Lists what was expected beside a mark and is missing, a note for each rule.
inline void add_notes(const CheckDesk& desk, const CaseKey& key, const Mark& mark, const Judgement& judgement, std::vector<Deviation>& found) {
    const auto& rules = judgement.protocol->expected;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        if ((judgement.missed >> r & 1) == 0) continue;
        found.push_back(deviation_of(key, desk.position, mark));
        found.back().rule = rules[r].id;
        found.back().severity = Severity::note;
        found.back().reasons = reasons_of(rules[r], desk.before, mark, *judgement.protocol);
    }
}

/// Lists the deviations of the case on the desk, whose marks are in canonical order.
inline void check_case(CheckDesk& desk, const CaseKey& key, int birth_year, const ProtocolVersions& protocol, std::vector<Deviation>& found) {
    begin_case(desk.position, birth_year);
    begin_case(desk.before, birth_year);
    const std::size_t first_found = found.size();
    replay_one(desk.position, std::span<const Mark>(desk.marks), protocol, [&](std::size_t i, const Judgement& judgement) {
        const Mark& mark = desk.marks[i];
        if (const auto severity = severity_of(judgement)) {
            // A reopened or referred-again case is listed under the episode the event opens.
            found.push_back(deviation_of(key, desk.position, mark));
            found.back().rule = rule_of(judgement, mark);
            found.back().severity = *severity;
            found.back().reasons = reasons_of(desk.before, mark, judgement, *judgement.protocol);
        }
        if (judgement.missed != 0) add_notes(desk, key, mark, judgement, found);
        // Marks come in the order of their application: what met this one meets the next, advanced by this one.
        advance(desk.before, mark, *judgement.protocol);
    });
    if (has_referral(desk.position)) return;
    found.insert(found.begin() + static_cast<std::ptrdiff_t>(first_found), missing_referral(key, desk.position, desk.marks.front()));
}

}  // namespace detail

/// Every deviation in a register, seen on one day, in the order of the list. It is quality control and looks at all cases: those of
/// workers who object to statistics too, which a report leaves out of its counts. Each episode is read under the version of the protocol in
/// force on its referral day; what is expected and missing is a note of its own, beside what the event may break. The protocol must outlive the list.
inline DeviationList check(const EventTable& table, const ProtocolVersions& protocol, Day as_of, unsigned threads = 0,
                           const Headway& headway = {}) {
    CaseColumns cases = unknown_cases(table.cases());
    auto parts = walk_cases<detail::CheckDesk, std::vector<Deviation>>(
        table, mask_of(as_of, no_day), threads, cases, [&](detail::CheckDesk& desk, std::vector<Deviation>& found, CaseIndex index, std::span<const DatedMark> marks) {
            desk.marks.clear();
            for (const auto& mark : marks) desk.marks.push_back(mark.mark);
            detail::check_case(desk, key_of(table, index), cases.birth_year[index], protocol, found);
        },
        headway);
    DeviationList list{.protocol = std::string(latest(protocol).name), .as_of = as_of};
    for (auto& part : parts) std::move(part.begin(), part.end(), std::back_inserter(list.deviations));
    sort_deviations(list.deviations);
    return list;
}

}  // namespace maintien
