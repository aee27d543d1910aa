#pragma once
/// @file
/// Replay: the history of many cases read under one protocol.

#include <bit>

#include "maintien/pathway/replay_one.hpp"
#include "maintien/register/case_table.hpp"
#include "maintien/register/case_walk.hpp"
#include "maintien/register/kept_facts.hpp"

namespace maintien {

/// The day a register is looked at.
struct ReplayDay {
    Day as_of{};           ///< facts dated later are masked
    Day known_on{};        ///< facts recorded later are masked too; none: everything recorded counts
    unsigned threads = 0;  ///< how many threads work; 0 for all cores. No figure depends on it.
    Headway headway{};   ///< told how far the replay has come
};

namespace detail {

/// What one thread needs to replay cases one after the other, and what it found.
struct ReplayDesk {
    Position position{};                                            ///< the case at hand
    std::vector<Mark> marks{};                                      ///< the marks of the case at hand
    std::vector<std::uint32_t> referral_of{};                       ///< of each episode: 1 + the mark of its referral, or 0
    std::vector<KeptMark> kept{};                                   ///< the marks of which something is kept
};

/// What was found in one bucket.
struct ReplayPart {
    EpisodeColumns episodes{};
    FactColumns facts{};
    std::array<std::int64_t, count_of<Severity>> deviations{};
    std::int64_t objected = 0;
};

inline std::uint8_t said_code(const EntryView& entry, Attribute attribute) {
    const auto value = value_of(entry, attribute);
    return value ? static_cast<std::uint8_t>(*value) : no_code;
}

/// Enters what the referral of an episode says, or nothing.
inline void add_referral_codes(EpisodeColumns& rows, const EntryView& entry) {
    const bool form = entry.event == Event::referral;
    rows.origin.push_back(form ? said_code(entry, Attribute::origin) : no_code);
    rows.cause.push_back(form ? said_code(entry, Attribute::cause) : no_code);
    rows.nature.push_back(form ? said_code(entry, Attribute::nature) : no_code);
    rows.on_sick_leave.push_back(form ? said_code(entry, Attribute::on_sick_leave) : no_code);
    rows.by.push_back(said_code(entry, Attribute::by));
}

inline void add_episode(EpisodeColumns& rows, CaseIndex index, std::uint32_t number, const Episode& episode, MaybeStage stage, const EntryView& referral) {
    rows.case_index.push_back(index);
    rows.number.push_back(number);
    rows.stage.push_back(stage ? static_cast<std::uint8_t>(*stage) : no_code);
    for (std::size_t m = 0; m < rows.reached.size(); ++m) rows.reached[m].push_back(episode.reached[m]);
    rows.outcome.push_back(episode.outcome);
    add_referral_codes(rows, referral);
}

/// Notes what one judged mark adds beside the position: deviations, the referral of its episode, facts that are kept.
inline void note_mark(ReplayDesk& desk, ReplayPart& part, std::size_t i, const Judgement& judgement) {
    const Mark& mark = desk.marks[i];
    if (const auto severity = severity_of(judgement)) ++part.deviations[index_of(*severity)];
    part.deviations[index_of(Severity::note)] += std::popcount(judgement.missed);
    const std::size_t episode = desk.position.episodes.size() - 1;
    desk.referral_of.resize(desk.position.episodes.size(), 0);
    if (opens(mark) && judgement.bar == Bar::none && desk.referral_of[episode] == 0) desk.referral_of[episode] = static_cast<std::uint32_t>(i + 1);
    if (may_be_kept(mark.event) && is_kept(mark, judgement)) desk.kept.emplace_back(static_cast<std::uint32_t>(episode), i);
}

/// Replays one case whose marks are in canonical order.
inline void replay_case(ReplayDesk& desk, std::span<const DatedMark> dated, const EventTable& table, int birth_year, const IndexedVersions& rules, Day last_day, ReplayPart& part) {
    desk.marks.clear();
    for (const auto& mark : dated) desk.marks.push_back(mark.mark);
    begin_case(desk.position, birth_year);
    desk.referral_of.assign(1, 0);
    desk.kept.clear();
    replay_one(desk.position, std::span<const Mark>(desk.marks), rules, [&](std::size_t i, const Judgement& judgement) { note_mark(desk, part, i, judgement); });
    const auto first_row = static_cast<std::uint32_t>(part.episodes.size());
    bool referred = false;
    for (std::size_t e = 0; e < desk.position.episodes.size(); ++e) {
        const auto& episode = desk.position.episodes[e];
        const auto referral = desk.referral_of[e] != 0 ? entry_at(table, dated[desk.referral_of[e] - 1].at) : EntryView{.event = Event::amendment};
        add_episode(part.episodes, dated.front().case_index, static_cast<std::uint32_t>(e + 1), episode, stage_as_of(episode, latest(rules.versions).follow_up, last_day), referral);
        referred = referred || known(episode.day_of(Milestone::referral));
    }
    if (!referred) ++part.deviations[index_of(Severity::unrecorded)];
    add_facts(part.facts, desk.kept, desk.marks, dated.front().case_index, first_row);
}

/// Adds what was found in one bucket to the table.
inline void add_part(CaseTable& table, const ReplayPart& part) {
    auto& all = table.episodes;
    const auto first_row = static_cast<std::uint32_t>(all.size());
    append(all.case_index, part.episodes.case_index);
    append(all.number, part.episodes.number);
    append(all.stage, part.episodes.stage);
    for (std::size_t m = 0; m < all.reached.size(); ++m) append(all.reached[m], part.episodes.reached[m]);
    append(all.outcome, part.episodes.outcome);
    append(all.origin, part.episodes.origin);
    append(all.cause, part.episodes.cause);
    append(all.nature, part.episodes.nature);
    append(all.by, part.episodes.by);
    append(all.on_sick_leave, part.episodes.on_sick_leave);
    append_facts(table.facts, part.facts, first_row);
    for (std::size_t s = 0; s < part.deviations.size(); ++s) table.deviations[s] += part.deviations[s];
    table.objected += part.objected;
}

}  // namespace detail

/// Where every case of a register stands on a day, each episode under the version of the protocol in force on its referral day. The result depends neither on the order of rows nor on the number of threads.
inline CaseTable replay(const EventTable& table, const ProtocolVersions& protocol, const ReplayDay& day) {
    CaseTable result{.as_of = day.as_of, .known_on = day.known_on, .cases = unknown_cases(table.cases())};
    const Mask mask = mask_of(day.as_of, day.known_on);
    const auto rules = indexed_versions(protocol);
    auto parts = walk_cases<detail::ReplayDesk, detail::ReplayPart>(
        table, mask, day.threads, result.cases, [&](detail::ReplayDesk& desk, detail::ReplayPart& part, CaseIndex index, std::span<const DatedMark> marks) {
            if (result.cases.objected[index] != 0) ++part.objected;
            else detail::replay_case(desk, marks, table, result.cases.birth_year[index], rules, mask.last_day, part);
        }, day.headway);
    for (auto& part : parts) {
        detail::add_part(result, part);
        part = {};
    }
    return result;
}

}  // namespace maintien
