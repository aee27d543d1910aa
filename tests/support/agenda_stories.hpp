// Agendas of short stories: one item as one line, so that a test says what a coordinator reads.
#pragma once

#include "maintien/pathway/agenda.hpp"
#include "support/case_stories.hpp"

namespace maintien::test {

/// The items of a story on a day, looking `within` days ahead.
inline std::vector<AgendaItem> items_on(std::string_view as_of, std::vector<Entry> story, int within = 30, const Protocol& protocol = common_core,
                                        HolidayRegion region = HolidayRegion::metropolitan) {
    return agenda_of(file_of(std::move(story)), protocol, {day(as_of), within, region});
}

/// The items of one rule.
inline std::vector<AgendaItem> of_rule(std::string_view rule, const std::vector<AgendaItem>& items) {
    std::vector<AgendaItem> found;
    for (const auto& item : items)
        if (item.rule == rule) found.push_back(item);
    return found;
}

/// One item in a line: "due 2024-01-16", with "opens …", "late 3" and "held 8" where there is something to say.
inline std::string line_of(const AgendaItem& item) {
    std::string line = known(item.due) ? "due " + iso(item.due) : "no day";
    if (known(item.opens)) line += " opens " + iso(item.opens);
    if (item.late_days > 0) line += " late " + std::to_string(item.late_days);
    if (item.held_days > 0) line += " held " + std::to_string(item.held_days);
    return line;
}

/// The items of one rule of a story on a day, a line each.
inline Lines agenda_lines(std::string_view rule, std::string_view as_of, std::vector<Entry> story, int within = 30, const Protocol& protocol = common_core) {
    Lines lines;
    for (const auto& item : of_rule(rule, items_on(as_of, std::move(story), within, protocol))) lines.push_back(line_of(item));
    return lines;
}

/// An appointment booked on a day for another.
inline Fact booking(std::string_view for_day, int number, std::string_view starts = {}, std::string_view ends = {}, std::optional<bool> in_working_time = {}) {
    Appointment appointment{.state = AppointmentState::planned, .day = day(for_day), .in_working_time = in_working_time};
    if (number != 0) appointment.number = number;
    if (!starts.empty()) appointment.starts = parse_time(starts);
    if (!ends.empty()) appointment.ends = parse_time(ends);
    return appointment;
}

inline Fact numbered(AppointmentState state, int number) { return Appointment{.state = state, .number = number}; }

inline const Lines nothing{};

}  // namespace maintien::test
