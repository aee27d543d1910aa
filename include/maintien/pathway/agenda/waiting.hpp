#pragma once
/// @file
/// What waits on an agenda: partners who have not answered, files in which nothing happens.

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"

namespace maintien {

inline constexpr int relay_answer_days = 30;   ///< within how many days a partner should answer [D]
inline constexpr int dormant_days = 30;        ///< after how many days without an event a file is dormant
inline constexpr int long_dormant_days = 60;   ///< after how many the coordinator hears of it

namespace detail {

inline void add_relay(std::vector<AgendaItem>& items, const SentRelay& relay, const AgendaDay& day) {
    const Day due = relay.on + relay_answer_days;
    if (!listed_on(no_day, due, day)) return;
    auto item = item_of(AgendaRule::relay_unanswered, due, no_day, day);
    append(item.title, "\u00A0: ", ": ");
    append(item.title, relay.partner);
    item.computation = sum_in_words("fiche relais envoyée", "relay sheet sent", relay.on, relay_answer_days, LimitUnit::days, due);
    items.push_back(std::move(item));
}

/// A dormant file is never announced: it is listed once it is dormant.
inline void add_dormant(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    const int silent = day.as_of - facts.last_event;
    if (silent < dormant_days || is_suspended(facts)) return;
    const int days = silent < long_dormant_days ? dormant_days : long_dormant_days;
    const Day due = facts.last_event + days;
    auto item = item_of(days == dormant_days ? AgendaRule::dormant_30_days : AgendaRule::dormant_60_days, due, no_day, day);
    item.computation = sum_in_words("dernier événement", "last event", facts.last_event, days, LimitUnit::days, due);
    items.push_back(std::move(item));
}

}  // namespace detail

/// Adds the relays without an answer, and the file itself when nothing has happened in it; only while it is under way.
inline void add_waiting(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    if (!under_way(facts.position.current())) return;
    for (const auto& relay : facts.relays) detail::add_relay(items, relay, day);
    detail::add_dormant(items, facts, day);
}

}  // namespace maintien
