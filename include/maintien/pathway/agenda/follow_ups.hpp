#pragma once
/// @file
/// Follow-ups on an agenda: windows that open, are open, or close, for every exit of the case.

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"
#include "maintien/pathway/consent_standing.hpp"
#include "maintien/pathway/follow_up_place.hpp"

namespace maintien {

/// Over how many days before its end a window is said to close [D].
inline constexpr int closing_days = 30;

/// Whether nobody is asked any more: the worker is known dead or retired, or refuses to be contacted after the exit.
inline bool never_asked(const AgendaFacts& facts, Day as_of) {
    const auto gone = [](const Episode& episode) {
        return known(episode.settled) || episode.outcome == index_of(Outcome::death) || episode.outcome == index_of(Outcome::retirement);
    };
    const auto& position = facts.position;
    const auto standing = consent_standing(position, {ConsentScope::follow_up_contact}, as_of);
    const bool refuses = standing == ConsentStanding::refused || standing == ConsentStanding::withdrawn;
    return refuses || known(facts.death_known) || std::any_of(position.episodes.begin(), position.episodes.end(), gone);
}

namespace detail {

/// Whether the worker has answered at a horizon, or said that he will not.
inline bool done_asking(const AgendaFacts& facts, std::size_t episode, std::size_t horizon) {
    if (known(facts.position.episodes[episode].answered[horizon])) return true;
    return std::any_of(facts.attempted.begin(), facts.attempted.end(), [&](const FollowUpAttempt& attempt) {
        return attempt.episode == episode && attempt.horizon == horizon && attempt.answer == Answer::refused;
    });
}

/// Adds how a window stands on a day.
inline void append_window(Sentence& title, Period window, Day as_of) {
    append(title, "\u00A0: ", ": ");
    if (as_of < window.from) {
        append(title, "la fenêtre s'ouvre le ", "the window opens on ");
        return append(title, window.from);
    }
    const bool closing = as_of > window.to - closing_days;
    append(title, closing ? "la fenêtre se ferme le " : "fenêtre ouverte jusqu'au ", closing ? "the window closes on " : "window open until ");
    append(title, window.to);
}

/// Adds the attempts of a horizon to the computation, and gives the channel of the last one, or an empty code.
inline std::string append_attempts_at(Sentence& said, const AgendaFacts& facts, std::size_t episode, std::size_t horizon) {
    std::string channel;
    for (const auto& attempt : facts.attempted) {
        if (attempt.episode != episode || attempt.horizon != horizon) continue;
        next_clause(said);
        append(said, attempt.answer);
        append(said, " le ", " on ");
        append(said, attempt.on);
        if (attempt.channel == no_code) continue;
        append(said, ", ");
        append(said, static_cast<Channel>(attempt.channel));
        channel = code_of(static_cast<Channel>(attempt.channel));
    }
    return channel;
}

inline void add_horizon(std::vector<AgendaItem>& items, const AgendaFacts& facts, std::size_t episode, std::size_t horizon, const FollowUpSchedule& schedule, const AgendaDay& day) {
    const Day exit = facts.position.episodes[episode].day_of(Milestone::exit);
    const int months = schedule.horizons[horizon];
    const Period window = answer_window(schedule, exit, months);
    if (day.as_of > window.to || !listed_on(window.from, no_day, day) || done_asking(facts, episode, horizon)) return;
    auto item = item_of(AgendaRule::follow_up, due_day(exit, months), window.from, day);
    append(item.title, " à " + std::to_string(months) + " mois", " at " + std::to_string(months) + " months");
    append_window(item.title, window, day.as_of);
    item.computation = sum_in_words("sortie", "exit", exit, months, LimitUnit::months, item.due);
    item.place = append_attempts_at(item.computation, facts, episode, horizon);
    items.push_back(std::move(item));
}

}  // namespace detail

/// Adds the follow-ups of every followed exit of the case, whether or not the file was reopened since.
inline void add_follow_ups(std::vector<AgendaItem>& items, const AgendaFacts& facts, const FollowUpSchedule& schedule, const AgendaDay& day) {
    if (never_asked(facts, day.as_of)) return;
    for (std::size_t episode = 0; episode < facts.position.episodes.size(); ++episode) {
        if (!anchored(facts.position.episodes[episode], schedule)) continue;
        for (std::size_t horizon = 0; horizon < schedule.horizons.size(); ++horizon) detail::add_horizon(items, facts, episode, horizon, schedule, day);
    }
}

}  // namespace maintien
