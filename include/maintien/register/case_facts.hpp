#pragma once
/// @file
/// What is known of a case itself: the first value in canonical order counts.

#include <span>

#include "maintien/register/case_table.hpp"
#include "maintien/vocabulary/consent_scope.hpp"

namespace maintien {

namespace detail {

inline void keep_first(NameIndex& known_value, std::uint32_t value) {
    if (known_value == 0) known_value = value;
}
inline void keep_first(std::int16_t& known_value, std::uint32_t value) {
    if (known_value == 0) known_value = static_cast<std::int16_t>(value);
}
inline void keep_first(std::uint8_t& known_value, std::uint32_t value) {
    if (known_value == no_code) known_value = static_cast<std::uint8_t>(value);
}

/// Whether an event's centre, physician and manager are the case's own.
constexpr bool sets_places(Event event) { return event == Event::referral || event == Event::entry; }

/// Enters one case attribute, unless an earlier entry gave it.
inline void note_attribute(CaseColumns& cases, CaseIndex at, Event event, AttributeValue said) {
    switch (said.attribute) {
        case Attribute::worker: return keep_first(cases.worker[at], said.value);
        case Attribute::employer: return keep_first(cases.employer[at], said.value);
        case Attribute::sex: return keep_first(cases.sex[at], said.value);
        case Attribute::birth_year: return keep_first(cases.birth_year[at], said.value);
        case Attribute::sector: return keep_first(cases.sector[at], said.value);
        case Attribute::workforce: return keep_first(cases.workforce[at], said.value);
        case Attribute::occupation: return keep_first(cases.occupation[at], said.value);
        case Attribute::disabled_worker: return keep_first(cases.disabled_worker[at], said.value);
        case Attribute::centre: return sets_places(event) ? keep_first(cases.centre[at], said.value) : void();
        case Attribute::physician: return sets_places(event) ? keep_first(cases.physician[at], said.value) : void();
        case Attribute::manager: return sets_places(event) ? keep_first(cases.manager[at], said.value) : void();
        default: return;
    }
}

/// Whether a mark is the worker's own word on statistics.
inline bool speaks_of_statistics(const Mark& mark) {
    return mark.event == Event::consent && mark.code == index_of(ConsentScope::statistics) && mark.partner == no_code &&
           (mark.actor == no_code || mark.actor == index_of(Actor::worker));
}

}  // namespace detail

/// Columns for `count` cases of which nothing is known yet.
inline CaseColumns unknown_cases(std::size_t count) {
    CaseColumns cases;
    for (auto* names : {&cases.worker, &cases.centre, &cases.physician, &cases.manager, &cases.employer}) names->assign(count, 0);
    cases.birth_year.assign(count, 0);
    for (auto* codes : {&cases.sex, &cases.sector, &cases.workforce, &cases.occupation, &cases.disabled_worker}) codes->assign(count, no_code);
    cases.objected.assign(count, 0);
    return cases;
}

/// Enters what the marks of one case, in canonical order, say of the case: its attributes, and whether the worker's last word on statistics is no.
inline void note_case_facts(CaseColumns& cases, std::span<const DatedMark> marks, const EventTable& table) {
    for (const auto& dated : marks) {
        if (detail::speaks_of_statistics(dated.mark))
            cases.objected[dated.case_index] = dated.mark.state != index_of(ConsentState::given);
        if (!has(dated.mark, about_the_case)) continue;
        for (const auto& said : entry_at(table, dated.at).attributes)
            detail::note_attribute(cases, dated.case_index, dated.mark.event, said);
    }
}

}  // namespace maintien
