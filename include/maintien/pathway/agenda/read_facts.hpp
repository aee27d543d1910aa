#pragma once
/// @file
/// Reading the facts of an agenda off the history of a case, while the engine replays it.

#include <algorithm>
#include <span>

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/dated_mark.hpp"
#include "maintien/pathway/replay_one.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/decision.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

namespace detail {

inline std::uint8_t agenda_code(const EntryView& entry, Attribute attribute) {
    return static_cast<std::uint8_t>(value_of(entry, attribute).value_or(no_code));
}

inline Day agenda_day(const EntryView& entry, Attribute attribute) {
    const auto value = value_of(entry, attribute);
    return value ? unpacked_day(*value) : no_day;
}

inline std::optional<TimeOfDay> agenda_time(const EntryView& entry, Attribute attribute) {
    const auto value = value_of(entry, attribute);
    return value ? std::optional{TimeOfDay{static_cast<std::uint16_t>(*value)}} : std::nullopt;
}

/// Forgets what was about the episode before.
inline void begin_agenda_episode(AgendaFacts& facts) {
    facts.pauses.clear();
    facts.actions.clear();
    facts.relays.clear();
    facts.attempts = 0;
    facts.last_attempt = facts.missed_on = facts.deferred_on = facts.held_without_plan = no_day;
}

/// The worker and the cell exchanged, or the cell tried to: a no-show has been rung.
inline void note_exchange(AgendaFacts& facts, Day on) {
    facts.last_exchange = on;
    facts.missed_on = no_day;
}

inline void note_pause(AgendaFacts& facts, Day on) {
    const bool suspended = facts.position.current().stage == Stage::suspended;
    if (suspended && !is_suspended(facts)) facts.pauses.push_back({on, no_day});
    if (!suspended && is_suspended(facts)) facts.pauses.back().to = on;
}

/// The booking that an appointment says more about: the one of its number; where one of the two has no number, the one of its day; of an appointment without a
/// number, else, the earliest that has none either.
inline std::vector<BookedAppointment>::iterator booking_meant(std::vector<BookedAppointment>& booked, int number, Day day) {
    const auto end = booked.end();
    const auto numbered = std::find_if(booked.begin(), end, [&](const auto& one) { return number != 0 && one.number == number; });
    if (numbered != end) return numbered;
    const auto same_day = std::find_if(booked.begin(), end, [&](const auto& one) { return (number == 0 || one.number == 0) && one.day == day; });
    if (same_day != end || number != 0) return same_day;
    const auto earliest = std::min_element(booked.begin(), end, [](const auto& a, const auto& b) { return std::pair(a.number, a.day) < std::pair(b.number, b.day); });
    return earliest != end && earliest->number == 0 ? earliest : end;
}

inline void note_booking(AgendaFacts& facts, const EntryView& entry, int number, std::string centre) {
    const BookedAppointment booking{number, agenda_day(entry, Attribute::day), agenda_time(entry, Attribute::starts), agenda_time(entry, Attribute::ends),
                                    value_of(entry, Attribute::in_working_time).value_or(0) == 1, std::move(centre)};
    const auto same = std::find_if(facts.booked.begin(), facts.booked.end(), [&](const auto& one) { return number != 0 && one.number == number; });
    if (same != facts.booked.end()) *same = booking;
    else facts.booked.push_back(booking);
}

inline void note_appointment(AgendaFacts& facts, const EntryView& entry, AppointmentState state, std::string centre) {
    const int number = static_cast<int>(value_of(entry, Attribute::appointment).value_or(0));
    if (state == AppointmentState::planned) {
        note_exchange(facts, entry.on);
        return note_booking(facts, entry, number, std::move(centre));
    }
    const Day day = agenda_day(entry, Attribute::day);
    const auto meant = booking_meant(facts.booked, number, known(day) ? day : entry.on);
    if (meant != facts.booked.end()) facts.booked.erase(meant);
    if (state == AppointmentState::held) {
        note_exchange(facts, entry.on);
        facts.held_without_plan = entry.on;
    }
    // The day's attempts come before its appointments in canonical order: a call of the same day answers the absence.
    if (state == AppointmentState::missed && facts.last_exchange != entry.on) facts.missed_on = entry.on;
}

/// Takes over what an event says of an action: more about a known one, or a new one. A new first day, or an earlier one that is over, makes a new action.
inline void note_action(AgendaFacts& facts, const EntryView& entry) {
    KnownAction said{static_cast<Measure>(*value_of(entry, Attribute::measure)), agenda_code(entry, Attribute::partner), agenda_code(entry, Attribute::actor),
                     agenda_code(entry, Attribute::progress), agenda_day(entry, Attribute::due), agenda_day(entry, Attribute::starts_on), agenda_day(entry, Attribute::ends_on)};
    const auto same = std::find_if(facts.actions.rbegin(), facts.actions.rend(), [&](const KnownAction& one) {
        const bool other_start = known(said.starts_on) && known(one.starts_on) && said.starts_on != one.starts_on;
        return one.measure == said.measure && one.partner == said.partner && !other_start;
    });
    if (same == facts.actions.rend() || (is_over(*same) && !is_over(said))) return facts.actions.push_back(said);
    if (said.actor != no_code) same->actor = said.actor;
    if (said.progress != no_code) same->progress = said.progress;
    for (const auto member : {&KnownAction::due, &KnownAction::starts_on, &KnownAction::ends_on})
        if (known(said.*member)) (*same).*member = said.*member;
}

inline void note_relay(AgendaFacts& facts, const EntryView& entry) {
    const auto partner = static_cast<Partner>(*value_of(entry, Attribute::partner));
    const auto state = agenda_code(entry, Attribute::relay_state);
    if (state == no_code) return;
    std::erase_if(facts.relays, [&](const SentRelay& one) { return one.partner == partner; });
    if (state == index_of(RelayState::sent)) facts.relays.push_back({partner, entry.on});
}

/// Follows the leave as the engine reads it, and keeps what the engine has no use for.
inline void note_leave_facts(AgendaFacts& facts, const EntryView& entry) {
    const auto& position = facts.position;
    auto& leave = facts.leave;
    if (!known(position.leave_from)) {
        if (known(leave.days.first) && !leave.ended) leave.days.last = entry.on - 1;
        leave.ended = true;
        return;
    }
    if (leave.ended || leave.days.first != position.leave_from) leave = KnownLeave{.days = {position.leave_from, no_day}};
    leave.days.last = position.leave_until;
    const auto cause = value_of(entry, Attribute::leave_cause);
    if (!cause) return;
    leave.kind = absence_kind(static_cast<Cause>(*cause));
    leave.kind_known = true;
}

inline void note_visit(AgendaFacts& facts, Origin kind, Day on) {
    if (kind == Origin::pre_return_visit) facts.pre_return_visit = on;
    if (kind == Origin::return_visit) facts.return_visit = on;
}

inline void note_answer(AgendaFacts& facts, const EntryView& entry, const Mark& mark, const FollowUpSchedule& schedule) {
    const auto answer = static_cast<Answer>(mark.code);
    if (answer == Answer::deceased && !known(facts.death_known)) facts.death_known = mark.on;
    const int episode = episode_answered(facts.position, schedule, mark.horizon, mark.on);
    if (episode < 0 || is_substantive(answer)) return;
    facts.attempted.push_back({static_cast<std::size_t>(episode), static_cast<std::size_t>(position_of_horizon(schedule, mark.horizon)), mark.on, answer, agenda_code(entry, Attribute::channel)});
}

/// Takes over what one event that had its effect says.
inline void note_event(AgendaFacts& facts, const EntryView& entry, const Mark& mark, const FollowUpSchedule& schedule, std::string centre) {
    switch (mark.event) {
        case Event::contact_attempt:
            ++facts.attempts;
            facts.last_attempt = mark.on;
            return note_exchange(facts, mark.on);
        case Event::first_contact:
        case Event::entry:
        case Event::refusal:
        case Event::reopening: return note_exchange(facts, mark.on);
        case Event::qualification_interview:
            facts.deferred_on = mark.code == index_of(Decision::deferred) ? mark.on : no_day;
            return note_exchange(facts, mark.on);
        case Event::appointment: return note_appointment(facts, entry, static_cast<AppointmentState>(mark.code), std::move(centre));
        case Event::action_plan: facts.held_without_plan = no_day; return;
        case Event::action: return note_action(facts, entry);
        case Event::relay: return note_relay(facts, entry);
        case Event::sick_leave: return note_leave_facts(facts, entry);
        case Event::visit:
        case Event::referral: return note_visit(facts, static_cast<Origin>(mark.code), mark.on);
        case Event::follow_up: return note_answer(facts, entry, mark, schedule);
        case Event::outcome:
            if (mark.code == index_of(Outcome::death) && !known(facts.death_known)) facts.death_known = mark.on;
            return;
        default: return;
    }
}

inline void keep_first_name(std::string& name, std::string_view said) {
    if (name.empty()) name = said;
}

/// Takes over the worker, and the manager and centre of the case, which only a referral or an entry sets: the first in canonical order.
template <EntrySource Source>
void note_names(AgendaFacts& facts, const EntryView& entry, const Source& source) {
    const bool sets_places = entry.event == Event::referral || entry.event == Event::entry;
    for (const auto& said : entry.attributes) {
        if (said.attribute == Attribute::worker) keep_first_name(facts.worker, source.names.text_of(said.value));
        if (sets_places && said.attribute == Attribute::manager) keep_first_name(facts.manager, source.names.text_of(said.value));
        if (sets_places && said.attribute == Attribute::centre) keep_first_name(facts.centre, source.names.text_of(said.value));
    }
}

}  // namespace detail

/// The facts of a case whose marks, in canonical order, lie in a source: a history, or the columns of a register. Rules are applied by the replay alone.
template <EntrySource Source>
AgendaFacts read_agenda_facts(std::span<const DatedMark> dated, const Source& source, int birth_year, const ProtocolVersions& protocol) {
    AgendaFacts facts{.position = new_position(birth_year)};
    if (dated.empty()) return facts;
    const CaseKey key = key_of(source, dated.front().case_index);
    facts.service = key.service;
    facts.case_id = key.case_id;
    std::vector<Mark> marks;
    for (const auto& mark : dated) marks.push_back(mark.mark);
    std::size_t episodes = 1;
    replay_one(facts.position, std::span<const Mark>(marks), protocol, [&](std::size_t i, const Judgement& judgement) {
        const auto entry = entry_at(source, dated[i].at);
        if (facts.position.episodes.size() > episodes) detail::begin_agenda_episode(facts);
        episodes = facts.position.episodes.size();
        facts.last_event = std::max(facts.last_event, marks[i].on);
        if (has(marks[i], about_the_case)) detail::note_names(facts, entry, source);
        if (judgement.bar != Bar::none) return;
        detail::note_pause(facts, marks[i].on);
        const auto centre = value_of(entry, Attribute::centre);
        detail::note_event(facts, entry, marks[i], latest(protocol).follow_up, centre ? std::string(source.names.text_of(*centre)) : std::string());
    });
    return facts;
}

}  // namespace maintien
