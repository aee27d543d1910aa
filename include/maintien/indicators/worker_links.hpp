#pragma once
/// @file
/// Workers who come again: episodes linked through the case or the worker's pseudonym.

#include <algorithm>
#include <span>
#include <utility>

#include "maintien/indicators/study.hpp"

namespace maintien {

/// Within how many days after a positive exit a new referral is counted as a return.
inline constexpr int return_days = 365;

namespace detail {

/// Who an episode is about, and its row.
using PersonRow = std::pair<std::uint64_t, std::uint32_t>;

/// Who an episode is about. A case without a worker's pseudonym is a person of its own.
inline std::uint64_t person_of(const Study& study, CaseIndex index) {
    const NameIndex worker = study.table.cases.worker[index];
    return worker != 0 ? worker : std::uint64_t{1} << 32 | index;
}

/// The referrals and the ends of one person's episodes, in order.
struct PersonDays {
    std::vector<Day> referrals{};                  ///< R of each episode that has one
    std::vector<std::pair<Day, Day>> ends{};       ///< end and R of each ended episode; without R, a day no referral precedes
};

inline PersonDays days_of_person(const Study& study, std::span<const PersonRow> rows) {
    PersonDays days;
    for (const auto& [person, row] : rows) {
        const auto episode = episode_at(study, row);
        if (known(episode.R)) days.referrals.push_back(episode.R);
        if (known(end_of(episode))) days.ends.emplace_back(end_of(episode), known(episode.R) ? episode.R : end_of(episode));
    }
    std::sort(days.referrals.begin(), days.referrals.end());
    std::sort(days.ends.begin(), days.ends.end());
    return days;
}

/// Whether an episode's referral follows an episode that ended: an earlier one of the case, or one of another case of the worker that began before it.
inline bool is_re_referral(const PersonDays& days, const EpisodeFacts& later, std::uint32_t number) {
    if (!known(later.R)) return false;
    if (number > 1) return true;
    const auto ended_by = [&](const std::pair<Day, Day>& end) { return end.first < later.R || (end.first == later.R && end.second < later.R); };
    const auto same_day = std::lower_bound(days.ends.begin(), days.ends.end(), std::pair{later.R, no_day});
    return same_day != days.ends.begin() || (same_day != days.ends.end() && ended_by(*same_day));
}

/// Whether the worker was referred again within `within` days of the exit of an episode, in a later episode of the case or in another case.
inline bool returned_within(const Study& study, const PersonDays& days, const EpisodeFacts& episode, int within) {
    if (!known(episode.X)) return false;
    const bool begun_before = known(episode.R) && episode.R < episode.X;
    const auto next = std::lower_bound(days.referrals.begin(), days.referrals.end(), begun_before ? episode.X : episode.X + 1);
    if (next != days.referrals.end() && *next <= episode.X + within) return true;
    const auto& rows = study.table.episodes;
    const std::size_t following = episode.row + 1;
    return following < rows.size() && rows.case_index[following] == episode.case_index &&
           rows.reached[index_of(Milestone::referral)][following] == episode.X;
}

/// Marks the links among the episodes of one person.
inline void link_person(Study& study, std::span<const PersonRow> rows) {
    const auto days = days_of_person(study, rows);
    for (const auto& [person, row] : rows) {
        const auto episode = episode_at(study, row);
        study.re_referral[row] = is_re_referral(days, episode, study.table.episodes.number[row]);
        study.returned[row] = returned_within(study, days, episode, return_days);
    }
}

}  // namespace detail

/// Fills in which episodes are re-referrals and which workers came again within a year of an exit.
inline void link_workers(Study& study) {
    const auto& rows = study.table.episodes;
    std::vector<detail::PersonRow> persons(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        persons[row] = {detail::person_of(study, rows.case_index[row]), static_cast<std::uint32_t>(row)};
    std::sort(persons.begin(), persons.end());
    study.re_referral.assign(rows.size(), 0);
    study.returned.assign(rows.size(), 0);
    for (std::size_t first = 0; first < persons.size();) {
        std::size_t last = first + 1;
        while (last < persons.size() && persons[last].first == persons[first].first) ++last;
        if (last - first > 1) detail::link_person(study, std::span(persons).subspan(first, last - first));
        first = last;
    }
}

namespace detail {

/// Where the rows of each owner begin, one more than owners; the rows of an owner stand together, in the order of the owners.
inline std::vector<std::uint32_t> first_rows(const std::vector<std::uint32_t>& owner_of_row, std::size_t owners) {
    std::vector<std::uint32_t> first(owners + 1, 0);
    for (const auto owner : owner_of_row) ++first[owner + 1];
    for (std::size_t owner = 0; owner < owners; ++owner) first[owner + 1] += first[owner];
    return first;
}

}  // namespace detail

/// The study of a case table over a period.
inline Study study_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, Period period) {
    Study study{events, table, protocol, period};
    link_workers(study);
    const std::size_t episodes = table.episodes.size(), cases = table.cases.objected.size();
    study.first_appointment = detail::first_rows(table.facts.appointments.episode, episodes);
    study.first_measure = detail::first_rows(table.facts.measures.episode, episodes);
    study.first_partner = detail::first_rows(table.facts.partners.episode, episodes);
    study.first_answer = detail::first_rows(table.facts.answers.case_index, cases);
    study.first_contact_word = detail::first_rows(table.facts.contact_words.case_index, cases);
    return study;
}

}  // namespace maintien
