#pragma once
/// @file
/// Items of an agenda: what is to be done, by whom, by when, and how its day was worked out.

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "maintien/pathway/agenda/rule.hpp"
#include "maintien/pathway/wording.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/holidays.hpp"

namespace maintien {

/// The day an agenda is read on, and how far it looks ahead.
struct AgendaDay {
    Day as_of{};                                           ///< the day: facts dated later are masked
    int within = 30;                                       ///< what opens within so many days is listed too [D]
    HolidayRegion region = HolidayRegion::metropolitan;    ///< whose public holidays count
};

/// One item of an agenda.
struct AgendaItem {
    std::string service{};                       ///< the service, empty when the file has none
    std::string case_id{};                       ///< the case's number in its service, empty for an item about the register
    std::string rule{};                          ///< the rule: an `AgendaRule`, a time limit or a target of the protocol
    Sentence title{};                            ///< what is to be done
    Actor who = Actor::case_manager;             ///< who has to act
    std::string manager{};                       ///< pseudonym of the case manager, empty when not known
    Day due{};                                   ///< by when, or none
    Day opens{};                                 ///< first day it can or should be done, or none when that is the due day
    int late_days = 0;                           ///< how many days the due day is past
    Sentence computation{};                      ///< how the day was worked out
    int held_days = 0;                           ///< days a suspension has held the clock
    AgendaPart part = AgendaPart::steps;         ///< the part of the agenda; not in documents
    std::string place{};                         ///< within the part: centre or channel code; not in documents
};

/// An agenda: what is to be done in a register, seen on one day, sorted.
struct Agenda {
    std::string protocol{};            ///< the protocol, as it was asked for
    Day as_of{};                       ///< the day
    std::vector<AgendaItem> items{};   ///< the items
};

/// Whether one item stands before another: late first, then by due day (none last), service, case, rule.
inline bool agenda_before(const AgendaItem& a, const AgendaItem& b) {
    const auto place = [](const AgendaItem& item) {
        return std::tuple(item.late_days == 0, !known(item.due), item.due, std::string_view(item.service), std::string_view(item.case_id), std::string_view(item.rule),
                          std::string_view(item.manager), std::string_view(item.title.fr));
    };
    return place(a) < place(b);
}

/// Puts items in the order of the agenda.
inline void sort_agenda(std::vector<AgendaItem>& items) { std::stable_sort(items.begin(), items.end(), agenda_before); }

/// Whether an item belongs on the agenda of a day: it is open, or opens within the days looked ahead. What has no day always does.
constexpr bool listed_on(Day opens, Day due, const AgendaDay& day) {
    const Day from = known(opens) ? opens : due;
    return !known(from) || from <= day.as_of + day.within;
}

/// How many days a due day is past.
constexpr int late_days(Day due, Day as_of) { return known(due) && due < as_of ? as_of - due : 0; }

/// An item of one of the agenda's own rules, its day entered; case, title details and computation are left to fill in.
inline AgendaItem item_of(AgendaRule rule, Day due, Day opens, const AgendaDay& day) {
    const auto& term = term_of(rule);
    return {.rule = std::string(term.code), .title = {std::string(term.fr), std::string(term.en)}, .who = term.who, .due = due, .opens = opens,
            .late_days = late_days(due, day.as_of), .part = term.part};
}

}  // namespace maintien
