#pragma once
/// @file
/// The agenda of a case: what is due on a day, by whom, since when it is late, and how its day was worked out.

#include "maintien/pathway/agenda/appointments.hpp"
#include "maintien/pathway/agenda/consents.hpp"
#include "maintien/pathway/agenda/follow_ups.hpp"
#include "maintien/pathway/agenda/limits.hpp"
#include "maintien/pathway/agenda/read_facts.hpp"
#include "maintien/pathway/agenda/visits.hpp"
#include "maintien/pathway/agenda/waiting.hpp"
#include "maintien/pathway/history.hpp"
#include "maintien/pathway/version_in_force.hpp"

namespace maintien {

namespace detail {

/// Of a worker known dead nothing is asked any more, but that the file be closed.
inline void add_file_to_close(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    if (!under_way(facts.position.current())) return;
    auto item = item_of(AgendaRule::file_to_close, facts.death_known, no_day, day);
    item.computation = fact_in_words("décès noté", "death noted", facts.death_known);
    items.push_back(std::move(item));
}

}  // namespace detail

/// The items that the facts of a case call for on a day, in no particular order: those of the current episode by the version of the protocol it began under,
/// follow-ups by the schedule that all versions share.
inline std::vector<AgendaItem> agenda_items(const AgendaFacts& facts, const ProtocolVersions& versions, const AgendaDay& day) {
    const Protocol& protocol = version_of(versions, facts.position.current());
    std::vector<AgendaItem> items;
    if (known(facts.death_known)) {
        detail::add_file_to_close(items, facts, day);
    } else {
        add_appointments(items, facts, protocol, day);
        add_limits(items, facts, protocol, day);
        add_actions(items, facts, day);
        add_visits(items, facts, day);
        add_consents(items, facts, protocol.follow_up, day);
        add_waiting(items, facts, day);
        add_follow_ups(items, facts, protocol.follow_up, day);
    }
    for (auto& item : items) {
        item.service = facts.service;
        item.case_id = facts.case_id;
        item.manager = facts.manager;
    }
    return items;
}

/// The facts of a case file on a day, as an agenda needs them.
inline AgendaFacts agenda_facts_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    const History history = history_of(file, mask_of(as_of, no_day));
    AgendaFacts facts = read_agenda_facts<History>(history.marks, history, history.birth_year, protocol);
    facts.service = file.service.text;
    facts.case_id = file.case_id.text;
    return facts;
}

/// What is due in a case on a day: late first, then by due day and rule. The day is an argument; what is dated later is masked.
inline std::vector<AgendaItem> agenda_of(const CaseFile& file, const ProtocolVersions& protocol, const AgendaDay& day) {
    auto items = agenda_items(agenda_facts_of(file, protocol, day.as_of), protocol, day);
    sort_agenda(items);
    return items;
}

}  // namespace maintien
