#pragma once
/// @file
/// Positions: where a case stands.

#include <array>
#include <cstdint>
#include <vector>

#include "maintien/pathway/mark.hpp"
#include "maintien/protocol/milestone.hpp"
#include "maintien/protocol/stage.hpp"
#include "maintien/vocabulary/consent_scope.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// One passage of a worker through the cell, from referral or reopening to its end.
struct Episode {
    MaybeStage stage{};                                   ///< where it stands; nothing yet before the first step
    MaybeStage before_suspension{};                       ///< the stage a resumption returns to
    std::uint8_t origin = no_code;                        ///< the occasion of its referral; none for a reopened one
    std::uint8_t outcome = no_code;                       ///< how it ended
    std::array<Day, count_of<Milestone> + 1> reached{};   ///< the day of each milestone, or none; last that of its first event, whatever it was
    std::array<Day, 4> answered{};                        ///< first day of a substantive answer, by horizon
    Day settled{};                                        ///< day the worker was known dead or retired
    std::uint16_t passed = 0;                             ///< bit i: milestone i was reached; kept by `advance`
    std::uint64_t measures = 0;                           ///< bit i: an action with measure i was recorded

    /// The day of a milestone, or none.
    constexpr Day day_of(Milestone milestone) const { return reached[index_of(milestone)]; }
    /// The day of its first event, or none.
    constexpr Day begun() const { return reached.back(); }
};

/// Whether an episode ended: a refusal before entry, an exit, or a closing.
constexpr bool ended(const Episode& episode) {
    return known(episode.day_of(Milestone::refusal)) || known(episode.day_of(Milestone::exit)) ||
           known(episode.day_of(Milestone::closing));
}

/// The day an ended episode ended, or none.
constexpr Day end_of(const Episode& episode) {
    for (const auto milestone : {Milestone::refusal, Milestone::exit, Milestone::closing})
        if (known(episode.day_of(milestone))) return episode.day_of(milestone);
    return no_day;
}

/// Whether an episode is on its way: something moved it and nothing ended it.
constexpr bool under_way(const Episode& episode) { return episode.stage && !ended(episode); }

/// One word of the consent ledger.
struct ConsentWord {
    Day on{};                                       ///< the day it was said
    Day until{};                                    ///< last day it holds, or none
    ConsentScope scope = ConsentScope::referral;    ///< what it allows
    ConsentState state = ConsentState::given;       ///< given, refused or withdrawn
    std::uint8_t party = 0;                         ///< who said it
    std::uint8_t partner = no_code;                 ///< the one partner it covers, or all
};

/// Where a case stands: its episodes, its consents and what is known of the worker. Reuse one for many cases with `begin_case`.
struct Position {
    std::vector<Episode> episodes{};       ///< the episodes in order; the last one is current
    std::vector<ConsentWord> consents{};   ///< the consent ledger, in order
    int birth_year = 0;                    ///< year of birth, 0 when not known
    bool leave_known = false;              ///< whether anything is recorded about sick leave
    Day leave_from{};                      ///< first day of the sick leave under way, or none
    Day leave_until{};                     ///< its last day as prescribed, or none

    /// The current episode.
    const Episode& current() const { return episodes.back(); }
    /// The current episode.
    Episode& current() { return episodes.back(); }
};

/// Makes a position ready for a new case; memory is kept.
inline void begin_case(Position& position, int birth_year = 0) {
    position.episodes.assign(1, Episode{});
    position.consents.clear();
    position.birth_year = birth_year;
    position.leave_known = false;
    position.leave_from = position.leave_until = no_day;
}

/// The position of a case about which nothing is known yet.
inline Position new_position(int birth_year = 0) {
    Position position;
    begin_case(position, birth_year);
    return position;
}

}  // namespace maintien
