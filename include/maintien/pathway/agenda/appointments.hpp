#pragma once
/// @file
/// Appointments on an agenda: the diary with its letters, no-shows, plans that are missing.

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"
#include "maintien/pathway/judge.hpp"
#include "maintien/protocol/protocol.hpp"
#include "maintien/vocabulary/letter.hpp"

namespace maintien {

namespace detail {

/// Adds the letters that go with an appointment: the notice to the employer only in working time and not during a sick leave that is known, the
/// certificate once both times are known.
inline void append_letters(Sentence& title, const BookedAppointment& booking, const Position& position) {
    const bool on_leave = leave_standing(position, Mark{.on = booking.day}) == GuardStanding::met;
    const bool notice = booking.in_working_time && !on_leave, certificate = booking.starts && booking.ends;
    if (!notice && !certificate) return;
    append(title, "\u00A0; à préparer\u00A0: ", "; to prepare: ");
    if (notice) append(title, LetterKind::employer_notice);
    if (notice && certificate) append(title, ", ");
    if (certificate) append(title, LetterKind::attendance_certificate);
}

inline void append_times(Sentence& title, const BookedAppointment& booking) {
    if (booking.number != 0) append(title, " " + std::to_string(booking.number));
    append(title, " le ", " on ");
    append(title, weekday_in_words(booking.day, Language::fr), weekday_in_words(booking.day, Language::en));
    append(title, " ");
    append(title, booking.day);
    if (booking.starts) append(title, " à " + time_text(*booking.starts), " at " + time_text(*booking.starts));
    if (booking.starts && booking.ends) append(title, "\u2013" + time_text(*booking.ends));
}

inline void add_appointment(std::vector<AgendaItem>& items, const BookedAppointment& booking, const AgendaFacts& facts, const AgendaDay& day) {
    auto item = item_of(AgendaRule::appointment, booking.day, no_day, day);
    item.place = booking.centre.empty() ? facts.centre : booking.centre;
    append_times(item.title, booking);
    if (!item.place.empty()) append(item.title, ", centre " + item.place, ", centre " + item.place);
    if (item.late_days > 0) append(item.title, "\u00A0; issue à noter", "; note what became of it");
    else append_letters(item.title, booking, facts.position);
    item.computation = noted_in_words("jour fixé", "day fixed", booking.day);
    items.push_back(std::move(item));
}

/// Whether a protocol asks for an action plan before some outcome, so that one that is missing is worth a word.
inline bool asks_for_plan(const Protocol& protocol) {
    for (const auto& row : rows_of(protocol, Event::outcome))
        for (const auto& guard : row.guards)
            if (guard.kind == GuardKind::after && guard.milestone == Milestone::plan) return true;
    return false;
}

/// Whether an action plan can be written at the stage of the file.
inline bool plan_possible(const AgendaFacts& facts, const Protocol& protocol) {
    for (const auto& row : rows_of(protocol, Event::action_plan))
        if (row.from.contains(facts.position.current().stage)) return true;
    return false;
}

inline void add_no_show(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    if (!known(facts.missed_on) || !under_way(facts.position.current()) || is_suspended(facts)) return;
    const Day due = working_days_after(facts.missed_on, 1, day.region);
    auto item = item_of(AgendaRule::no_show, due, facts.missed_on, day);
    item.computation = sum_in_words("rendez-vous manqué", "appointment missed", facts.missed_on, 1, LimitUnit::working_days, due);
    items.push_back(std::move(item));
}

inline void add_missing_plan(std::vector<AgendaItem>& items, const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    if (!known(facts.held_without_plan) || !under_way(facts.position.current()) || !asks_for_plan(protocol) || !plan_possible(facts, protocol)) return;
    auto item = item_of(AgendaRule::plan_after_appointment, facts.held_without_plan, no_day, day);
    item.computation = fact_in_words("rendez-vous tenu", "appointment held", facts.held_without_plan);
    append(item.computation, ", aucun plan depuis", ", no plan since");
    items.push_back(std::move(item));
}

}  // namespace detail

/// Adds the diary, workers who did not come, and plans that are missing. An appointment whose day is past stays while the file is under way and nobody
/// noted what became of it; one without a day is not in the diary.
inline void add_appointments(std::vector<AgendaItem>& items, const AgendaFacts& facts, const Protocol& protocol, const AgendaDay& day) {
    for (const auto& booking : facts.booked) {
        const bool to_come = booking.day >= day.as_of;
        if (known(booking.day) && listed_on(no_day, booking.day, day) && (to_come || under_way(facts.position.current())))
            detail::add_appointment(items, booking, facts, day);
    }
    detail::add_no_show(items, facts, day);
    detail::add_missing_plan(items, facts, protocol, day);
}

}  // namespace maintien
