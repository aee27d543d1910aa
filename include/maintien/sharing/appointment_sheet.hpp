#pragma once
/// @file
/// Appointment sheets: one appointment from booking to attendance, put together from its entries.

#include <optional>
#include <vector>

#include "maintien/case/time_of_day.hpp"
#include "maintien/pathway/history.hpp"
#include "maintien/vocabulary/appointment_state.hpp"

namespace maintien {

/// One appointment as its entries leave it: each later entry says anew what it says, and leaves the rest.
struct AppointmentSheet {
    std::optional<int> number{};                         ///< its number in the case, or none
    AppointmentState state = AppointmentState::planned;  ///< what became of it
    Day day{};                                           ///< the day it is planned for, or happened
    std::optional<TimeOfDay> starts{};                   ///< start
    std::optional<TimeOfDay> ends{};                     ///< end
    CentreId centre{};                                   ///< where, when its entries say so
    std::optional<Channel> channel{};                    ///< how
    std::optional<bool> in_working_time{};               ///< whether it falls in working time
    std::vector<std::size_t> marks{};                    ///< its entries: positions in the history's marks
};

namespace detail {

/// The sheet an entry belongs to: by its number, or by its day when it has none.
inline AppointmentSheet& sheet_of(std::vector<AppointmentSheet>& sheets, std::optional<int> number, Day day) {
    for (auto& sheet : sheets)
        if (sheet.number == number && (number || sheet.day == day)) return sheet;
    sheets.push_back({.number = number, .day = day});
    return sheets.back();
}

inline void note_on(AppointmentSheet& sheet, const AttributeValue& said, const NamePool& names) {
    switch (said.attribute) {
        case Attribute::appointment_state: sheet.state = static_cast<AppointmentState>(said.value); break;
        case Attribute::starts: sheet.starts = TimeOfDay{static_cast<std::uint16_t>(said.value)}; break;
        case Attribute::ends: sheet.ends = TimeOfDay{static_cast<std::uint16_t>(said.value)}; break;
        case Attribute::centre: sheet.centre.text = names.text_of(said.value); break;
        case Attribute::channel: sheet.channel = static_cast<Channel>(said.value); break;
        case Attribute::in_working_time: sheet.in_working_time = said.value != 0; break;
        default: break;
    }
}

/// The day an entry leaves the appointment on: the one it names; else, when it was held, the day of the entry; else as before.
inline Day day_said_by(const EntryView& entry, Day before) {
    if (const auto named = value_of(entry, Attribute::day)) return unpacked_day(*named);
    const bool held = value_of(entry, Attribute::appointment_state) == index_of(AppointmentState::held);
    return held || !known(before) ? entry.on : before;
}

/// Enters what an entry says; an appointment moved to another day keeps no hour of the day before.
inline void note_entry(AppointmentSheet& sheet, const EntryView& entry, const NamePool& names) {
    const Day day = day_said_by(entry, sheet.day);
    if (day != sheet.day) sheet.starts = sheet.ends = std::nullopt;
    sheet.day = day;
    for (const auto& said : entry.attributes) note_on(sheet, said, names);
}

}  // namespace detail

/// The appointments of a history, in the order in which they first come. Entries with the same number are one appointment;
/// without a number, those of one day are.
inline std::vector<AppointmentSheet> appointments_of(const History& history) {
    std::vector<AppointmentSheet> sheets;
    for (std::size_t i = 0; i < history.marks.size(); ++i) {
        const EntryView entry = entry_at(history, history.marks[i].at);
        if (entry.event != Event::appointment) continue;
        const auto number = value_of(entry, Attribute::appointment), day = value_of(entry, Attribute::day);
        auto& sheet = detail::sheet_of(sheets, number ? std::optional{static_cast<int>(*number)} : std::nullopt, day ? unpacked_day(*day) : entry.on);
        detail::note_entry(sheet, entry, history.names);
        sheet.marks.push_back(i);
    }
    return sheets;
}

}  // namespace maintien
