#pragma once
/// @file
/// Facts that are kept of a case beside its milestones: what appointments, follow-up, measures and partners are counted from.

#include <span>
#include <utility>

#include "maintien/pathway/judgement.hpp"
#include "maintien/register/case_table.hpp"
#include "maintien/vocabulary/measure.hpp"

namespace maintien::detail {

/// Events of which something may be kept, as bits: one test in the loop over all events.
inline constexpr std::uint32_t kept_events = 1u << index_of(Event::appointment) | 1u << index_of(Event::follow_up) | 1u << index_of(Event::consent) |
                                             1u << index_of(Event::action) | 1u << index_of(Event::relay);
static_assert(count_of<Event> <= 32);

constexpr bool may_be_kept(Event event) { return (kept_events >> index_of(event) & 1) != 0; }

/// Whether a mark is the worker's own word on being contacted after the exit.
inline bool speaks_of_follow_up(const Mark& mark) {
    return mark.code == index_of(ConsentScope::follow_up_contact) && mark.partner == no_code && (mark.actor == no_code || mark.actor == index_of(Actor::worker));
}

/// Whether something of a judged mark is kept.
inline bool is_kept(const Mark& mark, const Judgement& judgement) {
    if (mark.event == Event::follow_up) return judgement.bar == Bar::none && mark.code != no_code;
    return mark.event != Event::consent || speaks_of_follow_up(mark);
}

/// A kept mark: its episode in the case, counted from 0, and its place among the marks of the case.
using KeptMark = std::pair<std::uint32_t, std::size_t>;

inline void add_partner(PartnerColumns& rows, std::uint32_t episode, const Mark& mark, std::uint8_t partner) {
    if (partner == no_code) return;
    rows.episode.push_back(episode);
    rows.partner.push_back(partner);
    rows.on.push_back(mark.on);
}

/// Enters the measure of an action: a new one, or one more action of a measure the episode has already.
inline void add_measure(MeasureColumns& rows, std::uint32_t episode, const Mark& mark) {
    if (mark.code == no_code) return;
    std::size_t at = rows.episode.size();
    while (at > 0 && rows.episode[at - 1] == episode && rows.measure[at - 1] != mark.code) --at;
    const std::uint8_t done = mark.state == index_of(Progress::done);
    if (at > 0 && rows.episode[at - 1] == episode) {
        rows.done[at - 1] |= done;
        return;
    }
    rows.episode.push_back(episode);
    rows.measure.push_back(mark.code);
    rows.first_seen.push_back(mark.on);
    rows.done.push_back(done);
}

inline void add_appointment(AppointmentColumns& rows, std::uint32_t episode, const Mark& mark) {
    rows.episode.push_back(episode);
    rows.on.push_back(mark.on);
    rows.state.push_back(static_cast<AppointmentState>(mark.code));
}

inline void add_answer(AnswerColumns& rows, CaseIndex index, const Mark& mark) {
    rows.case_index.push_back(index);
    rows.on.push_back(mark.on);
    rows.horizon.push_back(mark.horizon);
    rows.answer.push_back(mark.code);
}

inline void add_contact_word(ContactWordColumns& rows, CaseIndex index, const Mark& mark) {
    rows.case_index.push_back(index);
    rows.on.push_back(mark.on);
    rows.state.push_back(static_cast<ConsentState>(mark.state));
}

/// Enters one kept mark.
inline void add_fact(FactColumns& facts, CaseIndex index, std::uint32_t episode, const Mark& mark) {
    switch (mark.event) {
        case Event::appointment: return add_appointment(facts.appointments, episode, mark);
        case Event::follow_up: return add_answer(facts.answers, index, mark);
        case Event::consent: return add_contact_word(facts.contact_words, index, mark);
        case Event::action: add_measure(facts.measures, episode, mark); return add_partner(facts.partners, episode, mark, mark.partner);
        case Event::relay: return add_partner(facts.partners, episode, mark, mark.code);
        default: return;
    }
}

/// Enters the kept marks of one case, whose first episode stands at row `first_row`.
inline void add_facts(FactColumns& facts, std::span<const KeptMark> kept, std::span<const Mark> marks, CaseIndex index, std::uint32_t first_row) {
    for (const auto& [episode, i] : kept) add_fact(facts, index, first_row + episode, marks[i]);
}

template <class Column>
void append(Column& all, const Column& part) {
    all.insert(all.end(), part.begin(), part.end());
}

inline void append_shifted(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& part, std::uint32_t by) {
    for (const auto row : part) all.push_back(row + by);
}

/// Appends the facts of later cases, whose episodes come after `first_row` others.
inline void append_facts(FactColumns& all, const FactColumns& part, std::uint32_t first_row) {
    append_shifted(all.appointments.episode, part.appointments.episode, first_row);
    append(all.appointments.on, part.appointments.on);
    append(all.appointments.state, part.appointments.state);
    append(all.answers.case_index, part.answers.case_index);
    append(all.answers.on, part.answers.on);
    append(all.answers.horizon, part.answers.horizon);
    append(all.answers.answer, part.answers.answer);
    append(all.contact_words.case_index, part.contact_words.case_index);
    append(all.contact_words.on, part.contact_words.on);
    append(all.contact_words.state, part.contact_words.state);
    append_shifted(all.measures.episode, part.measures.episode, first_row);
    append(all.measures.measure, part.measures.measure);
    append(all.measures.first_seen, part.measures.first_seen);
    append(all.measures.done, part.measures.done);
    append_shifted(all.partners.episode, part.partners.episode, first_row);
    append(all.partners.partner, part.partners.partner);
    append(all.partners.on, part.partners.on);
}

}  // namespace maintien::detail
