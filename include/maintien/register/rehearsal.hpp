#pragma once
/// @file
/// The rehearsal of a migration: a register read under the protocol a cell has and under the one it will have. Nothing is changed.

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "maintien/pathway/deadline.hpp"
#include "maintien/pathway/agenda/read_facts.hpp"
#include "maintien/register/check.hpp"

namespace maintien {

/// Why a case does not map onto the other protocol.
enum class MappingObstacle : std::uint8_t {
    stage_unknown,  ///< the other protocol has no rule that knows the stage of an episode
    stage_differs,  ///< an episode stands at another stage
    new_deviation   ///< an event breaks a rule, or lacks a fact, that it did not before
};

template <>
inline constexpr std::string_view list_name_of<MappingObstacle> = "mapping_obstacle";

template <>
inline constexpr auto terms_of<MappingObstacle> = std::to_array<Term<MappingObstacle>>({
    {MappingObstacle::stage_unknown, "stage_unknown", "étape inconnue", "unknown stage"},
    {MappingObstacle::stage_differs, "stage_differs", "autre étape", "another stage"},
    {MappingObstacle::new_deviation, "new_deviation", "nouvel écart", "new deviation"},
});
static_assert(well_formed(terms_of<MappingObstacle>));

/// Where one episode stands under both protocols.
struct RehearsedEpisode {
    MaybeStage from{};  ///< under the protocol of today
    MaybeStage to{};    ///< under the other one
};

/// One deadline under both protocols; none when a protocol does not set it.
struct MovedDeadline {
    std::optional<Deadline> from{};  ///< under the protocol of today
    std::optional<Deadline> to{};    ///< under the other one
};

/// What the migration does to one case.
struct RehearsedCase {
    std::string service{};                       ///< the service, empty when the file has none
    std::string case_id{};                       ///< the case's number in its service
    CodeSet<MappingObstacle> obstacles{};        ///< why it does not map; none when it does
    std::vector<RehearsedEpisode> episodes{};    ///< its episodes
    std::vector<Deviation> new_deviations{};     ///< deviations it has only under the other protocol, notes included
    std::vector<MovedDeadline> deadlines{};      ///< its deadlines, moved or not
};

/// Whether a case maps.
inline bool maps(const RehearsedCase& rehearsed) { return rehearsed.obstacles.bits == 0; }

/// A rehearsal, seen on one day.
struct Rehearsal {
    std::string from_protocol{};          ///< the protocol of today, as it was asked for
    std::string to_protocol{};            ///< the other one
    Day as_of{};                          ///< the day
    std::vector<RehearsedCase> cases{};   ///< every case with an event by that day, by service and number
};

/// Whether a protocol has a rule that starts from a stage or leads to it. A stage that was never reached is known everywhere.
constexpr bool knows_stage(const Protocol& protocol, MaybeStage stage) {
    for (const auto& row : protocol.transitions)
        if (row.from.contains(stage) || (stage && row.move == to(*stage))) return true;
    return !stage;
}

namespace detail {

/// What one thread needs to rehearse cases one after the other.
struct RehearsalDesk {
    CheckDesk check{};                ///< for the deviations
    std::vector<Deviation> before{};  ///< of the case at hand, today
    std::vector<Deviation> after{};   ///< of the case at hand, under the other protocol
};

/// Whether a deviation is about the same event as another and weighs no more.
inline bool covered_by(const Deviation& after, const Deviation& before) {
    return after.event == before.event && after.on == before.on && before.severity <= after.severity;
}

/// Keeps the deviations that have no counterpart in `before`: the same event of the same day already deviated as gravely. Each covers one, rather one of its own rule.
inline std::vector<Deviation> without_known(std::vector<Deviation> after, std::vector<Deviation> before) {
    for (const bool same_rule : {true, false})
        std::erase_if(after, [&](const Deviation& deviation) {
            const auto known_one = std::find_if(before.begin(), before.end(), [&](const Deviation& other) { return covered_by(deviation, other) && (!same_rule || deviation.rule == other.rule); });
            if (known_one == before.end()) return false;
            before.erase(known_one);
            return true;
        });
    return after;
}

/// The deadlines of two protocols side by side, those of today first.
inline std::vector<MovedDeadline> moved(const std::vector<Deadline>& from, std::vector<Deadline> to) {
    std::vector<MovedDeadline> deadlines;
    for (const auto& before : from) {
        const auto after = std::find_if(to.begin(), to.end(), [&](const Deadline& other) { return about_the_same(before, other); });
        deadlines.push_back({before, after == to.end() ? std::nullopt : std::optional{*after}});
        if (after != to.end()) to.erase(after);
    }
    for (const auto& after : to) deadlines.push_back({std::nullopt, after});
    return deadlines;
}

/// The facts of a case and where it stands under one protocol.
struct RehearsedReading {
    AgendaFacts facts{};                    ///< its facts
    std::vector<MaybeStage> stages{};       ///< of each episode
    std::vector<Deadline> deadlines{};      ///< those that run
};

inline RehearsedReading read_under(const ProtocolVersions& versions, std::span<const DatedMark> marks, const EventTable& table, int birth_year, Day as_of) {
    RehearsedReading reading;
    reading.facts = read_agenda_facts<EventTable>(marks, table, birth_year, latest(versions));
    for (const auto& episode : reading.facts.position.episodes) reading.stages.push_back(stage_as_of(episode, version_of(versions, episode).follow_up, as_of));
    reading.deadlines = deadlines_of(reading.facts, version_of(versions, reading.facts.position.current()), {.as_of = as_of});
    return reading;
}

/// Enters where the episodes stand, and what that means.
inline void compare_stages(RehearsedCase& rehearsed, const RehearsedReading& from, const RehearsedReading& to, const ProtocolVersions& versions) {
    for (std::size_t i = 0; i < from.stages.size(); ++i) {
        rehearsed.episodes.push_back({from.stages[i], to.stages[i]});
        const auto& protocol = version_of(versions, to.facts.position.episodes[i]);
        if (!knows_stage(protocol, from.stages[i])) rehearsed.obstacles = rehearsed.obstacles | CodeSet<MappingObstacle>{MappingObstacle::stage_unknown};
        else if (from.stages[i] != to.stages[i]) rehearsed.obstacles = rehearsed.obstacles | CodeSet<MappingObstacle>{MappingObstacle::stage_differs};
    }
}

inline RehearsedCase rehearse_case(RehearsalDesk& desk, std::span<const DatedMark> marks, const EventTable& table, int birth_year, const ProtocolVersions& from, const ProtocolVersions& to, Day as_of) {
    const auto key = key_of(table, marks.front().case_index);
    RehearsedCase rehearsed{.service = std::string(key.service), .case_id = std::string(key.case_id)};
    const auto before = read_under(from, marks, table, birth_year, as_of), after = read_under(to, marks, table, birth_year, as_of);
    compare_stages(rehearsed, before, after, to);
    rehearsed.deadlines = moved(before.deadlines, after.deadlines);
    desk.check.marks.clear();
    for (const auto& mark : marks) desk.check.marks.push_back(mark.mark);
    desk.before.clear();
    desk.after.clear();
    check_case(desk.check, key, birth_year, from, desk.before);
    check_case(desk.check, key, birth_year, to, desk.after);
    rehearsed.new_deviations = without_known(desk.after, desk.before);
    const bool grave = std::any_of(rehearsed.new_deviations.begin(), rehearsed.new_deviations.end(), [](const Deviation& one) { return one.severity != Severity::note; });
    if (grave) rehearsed.obstacles = rehearsed.obstacles | CodeSet<MappingObstacle>{MappingObstacle::new_deviation};
    return rehearsed;
}

}  // namespace detail

/// Reads every case of a register on a day under two protocols and says which cases map from one to the other, which do not and why,
/// and how each deadline moves. It is work on files and looks at all cases, those of workers who object to statistics too. The result
/// depends neither on the order of rows nor on the number of threads; the protocols must outlive it.
inline Rehearsal rehearse(const EventTable& table, const ProtocolVersions& from, const ProtocolVersions& to, Day as_of, unsigned threads = 0) {
    CaseColumns cases = unknown_cases(table.cases());
    auto parts = walk_cases<detail::RehearsalDesk, std::vector<RehearsedCase>>(
        table, mask_of(as_of, no_day), threads, cases, [&](detail::RehearsalDesk& desk, std::vector<RehearsedCase>& found, CaseIndex index, std::span<const DatedMark> marks) {
            found.push_back(detail::rehearse_case(desk, marks, table, cases.birth_year[index], from, to, as_of));
        });
    Rehearsal rehearsal{.from_protocol = std::string(latest(from).name), .to_protocol = std::string(latest(to).name), .as_of = as_of};
    for (auto& part : parts) std::move(part.begin(), part.end(), std::back_inserter(rehearsal.cases));
    std::sort(rehearsal.cases.begin(), rehearsal.cases.end(), [](const auto& a, const auto& b) { return std::tie(a.service, a.case_id) < std::tie(b.service, b.case_id); });
    return rehearsal;
}

}  // namespace maintien
