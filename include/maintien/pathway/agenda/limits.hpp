#pragma once
/// @file
/// The protocol's time limits on an agenda: by when the next step is owed.

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// Whether a limit still runs in an episode under way: it has started, what stops it has not come, and an interview is no longer waited for once the file is open.
constexpr bool runs(const TimeLimit& limit, const Episode& episode) {
    const auto reached = [&](Milestone milestone) { return known(episode.day_of(milestone)); };
    if (!under_way(episode) || !reached(limit.from) || reached(limit.to)) return false;
    return limit.to != Milestone::interview || !reached(Milestone::entry);
}

namespace detail {

/// Adds the attempts made to reach a worker who has not been in touch.
inline void append_attempts(Sentence& said, const AgendaFacts& facts) {
    next_clause(said);
    if (facts.attempts == 0) return append(said, "aucune tentative de contact", "no contact attempt");
    append(said, facts.attempts, {"tentative de contact", "tentatives de contact", "contact attempt", "contact attempts"});
    append(said, ", la dernière le ", ", the last on ");
    append(said, facts.last_attempt);
}

/// The item of a clock that started on a day, or nothing while it does not belong on the agenda of the day.
inline void add_clock(std::vector<AgendaItem>& items, AgendaItem item, const TimeLimit& limit, Day start, Sentence computation, const AgendaFacts& facts, const AgendaDay& day) {
    const auto end = clock_end(limit, start, facts.pauses, day.as_of, day.region);
    item.due = end.due;
    item.opens = attention_day(limit, start, facts.pauses, day.as_of, day.region);
    item.late_days = late_days(end.due, day.as_of);
    item.held_days = end.held;
    item.computation = std::move(computation);
    append_held(item.computation, facts.pauses, start, end);
    if (listed_on(item.opens, item.due, day)) items.push_back(std::move(item));
}

inline Sentence start_in_words(const TimeLimit& limit, Day start, std::string_view fr, std::string_view en, const AgendaDay& day) {
    return sum_in_words(fr, en, start, limit.length, limit.unit, day_after(start, limit.length, limit.unit, day.region));
}

inline void add_limit(std::vector<AgendaItem>& items, const TimeLimit& limit, const AgendaFacts& facts, const AgendaDay& day) {
    const Day start = facts.position.current().day_of(limit.from);
    Sentence said = start_in_words(limit, start, label_of(limit.from, Language::fr), label_of(limit.from, Language::en), day);
    const bool contact = limit.to == Milestone::contact;
    if (contact) append_attempts(said, facts);
    AgendaItem item{.rule = std::string(limit.id), .title = {std::string(limit.title.fr), std::string(limit.title.en)}, .who = limit.who,
                    .part = contact ? AgendaPart::to_ring : AgendaPart::steps};
    add_clock(items, std::move(item), limit, start, std::move(said), facts, day);
}

/// An interview that deferred the decision is held again, as long after as the protocol gives the first one.
inline void add_deferred_interview(std::vector<AgendaItem>& items, const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    const auto* limit = limit_between(protocol, Milestone::contact, Milestone::interview);
    const auto& episode = facts.position.current();
    if (!limit || !known(facts.deferred_on) || !under_way(episode) || known(episode.day_of(Milestone::entry))) return;
    auto item = item_of(AgendaRule::deferred_interview, no_day, no_day, day);
    Sentence said = start_in_words(*limit, facts.deferred_on, "entretien ajourné", "interview deferred", day);
    add_clock(items, std::move(item), *limit, facts.deferred_on, std::move(said), facts, day);
}

}  // namespace detail

/// Adds the time limits that run, and an interview to be held again.
inline void add_limits(std::vector<AgendaItem>& items, const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    for (const auto& limit : protocol.time_limits)
        if (runs(limit, facts.position.current())) detail::add_limit(items, limit, facts, day);
    detail::add_deferred_interview(items, facts, protocol, day);
}

}  // namespace maintien
