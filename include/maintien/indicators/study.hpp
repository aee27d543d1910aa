#pragma once
/// @file
/// Studies: a register looked at over a period, episode by episode.

#include <cstdint>
#include <vector>

#include "maintien/protocol/protocol.hpp"
#include "maintien/register/case_table.hpp"
#include "maintien/vocabulary/case_attributes.hpp"

namespace maintien {

/// What a report is made from.
struct Study {
    const EventTable& events;                  ///< the register
    const CaseTable& table;                    ///< where its cases stand
    const Protocol& protocol;                  ///< how outcomes and refusals are read
    Period period{};                           ///< the period the figures are about
    std::vector<std::uint8_t> re_referral{};   ///< of each episode: 1 when the worker had an episode that ended before
    std::vector<std::uint8_t> returned{};      ///< of each episode: 1 when the worker was referred again within 365 days of its exit
    std::vector<std::uint32_t> first_appointment{};   ///< of each episode: where its appointments begin; one more than episodes
    std::vector<std::uint32_t> first_measure{};       ///< of each episode: where its measures begin; one more than episodes
    std::vector<std::uint32_t> first_partner{};       ///< of each episode: where its partners begin; one more than episodes
    std::vector<std::uint32_t> first_answer{};        ///< of each case: where its answers at follow-up begin; one more than cases
    std::vector<std::uint32_t> first_contact_word{};  ///< of each case: where its words on being contacted begin; one more than cases
};

/// One episode as the figures see it; the letters are those of docs/indicators.md.
struct EpisodeFacts {
    std::size_t row = 0;                   ///< its row in the case table
    CaseIndex case_index = 0;              ///< its case
    Day R{};                               ///< referral
    Day C{};                               ///< first contact
    Day Q{};                               ///< first qualification interview
    Day E{};                               ///< entry
    Day L{};                               ///< first action plan
    Day D{};                               ///< refusal before entry
    Day X{};                               ///< exit of an entered episode
    Day Z{};                               ///< closing before entry
    std::uint8_t outcome = no_code;        ///< its outcome
    Day entry_day{};                       ///< entry in the reading of the profile
    Day exit_day{};                        ///< exit in the reading of the profile
};

/// The episode at a row of a study.
inline EpisodeFacts episode_at(const Study& study, std::size_t row) {
    const auto& rows = study.table.episodes;
    const auto day = [&](Milestone milestone) { return rows.reached[index_of(milestone)][row]; };
    EpisodeFacts facts{.row = row, .case_index = rows.case_index[row], .R = day(Milestone::referral), .C = day(Milestone::contact),
                       .Q = day(Milestone::interview), .E = day(Milestone::entry), .L = day(Milestone::plan), .D = day(Milestone::refusal),
                       .X = day(Milestone::exit), .Z = day(Milestone::closing), .outcome = rows.outcome[row]};
    facts.entry_day = known(facts.E) || !study.protocol.profile.refusal_is_entry ? facts.E : facts.D;
    facts.exit_day = known(facts.X) || !study.protocol.profile.refusal_is_exit ? facts.X : facts.D;
    return facts;
}

/// How an episode's outcome is read, or neutral without one.
inline OutcomeReading reading_of(const Study& study, const EpisodeFacts& episode) {
    return episode.outcome == no_code ? OutcomeReading{} : study.protocol.outcomes[episode.outcome];
}

/// Whether a refused episode counts as an exit: F of docs/indicators.md.
inline bool refused_exit(const Study& study, const EpisodeFacts& episode) {
    if (!known(episode.D) || !study.protocol.profile.refusal_is_exit) return false;
    return episode.outcome == no_code || reading_of(study, episode).polarity != Polarity::neutral;
}

/// Whether a refused episode that could count as an exit has a neutral outcome: it is shown by its outcome and in no rate.
inline bool refused_neutrally(const Study& study, const EpisodeFacts& episode) {
    return known(episode.D) && study.protocol.profile.refusal_is_exit && !refused_exit(study, episode);
}

/// Whether an episode has an exit that is followed.
inline bool is_followed(const Study& study, const EpisodeFacts& episode) {
    return known(episode.X) && episode.outcome != no_code && !study.protocol.follow_up.except.contains(static_cast<Outcome>(episode.outcome));
}

/// The band of the worker's age at referral, or `no_code` when the year of birth or the referral is not known.
inline std::uint8_t age_band_at(const Study& study, const EpisodeFacts& e) {
    const int born = study.table.cases.birth_year[e.case_index];
    return born == 0 || !known(e.R) ? no_code : static_cast<std::uint8_t>(index_of(age_band_of(year_of(e.R) - born)));
}

/// The end of an ended episode, or none.
inline Day end_of(const EpisodeFacts& episode) {
    if (known(episode.D)) return episode.D;
    return known(episode.X) ? episode.X : episode.Z;
}

}  // namespace maintien
