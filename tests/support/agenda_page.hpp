// The tables of docs/pathway/agenda.md, written from the tables of the library.
#pragma once

#include <string>
#include <string_view>

#include "maintien/pathway/agenda/rule.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/legal_rule.hpp"
#include "maintien/vocabulary/day_in_words.hpp"
#include "maintien/vocabulary/holidays.hpp"

namespace maintien::test {

inline std::string code_cell(std::string_view text) { return "`" + std::string(text) + "`"; }

/// The rules that every agenda has.
inline std::string agenda_rule_table() {
    std::string table = "| part | rule | | day | who | source |\n|---|---|---|---|---|---|\n";
    for (const auto& term : terms_of<AgendaRule>)
        table += "| " + std::string(label_of(term.part, Language::en)) + " | " + code_cell(term.code) + " | " + std::string(term.en) + " | " + std::string(term.day.en) + " | " +
                 std::string(label_of(term.who, Language::en)) + " | " + std::string(term.source) + " |\n";
    return table;
}

inline std::string_view unit_words(LimitUnit unit) {
    return unit == LimitUnit::days ? "days" : unit == LimitUnit::months ? "months" : "working days";
}

/// The time limits of the core, which its variants change.
inline std::string time_limit_table() {
    std::string table = "| rule | | from | to | length | held by suspensions | who | source |\n|---|---|---|---|---|---|---|---|\n";
    for (const auto& limit : common_core.time_limits)
        table += "| " + code_cell(limit.id) + " | " + std::string(limit.title.en) + " | " + code_cell(code_of(limit.from)) + " | " + code_cell(code_of(limit.to)) + " | " + std::to_string(limit.length) + " " +
                 std::string(unit_words(limit.unit)) + " | " + (limit.holds ? "yes" : "no") + " | " + std::string(label_of(limit.who, Language::en)) + " | " + std::string(limit.source) + " |\n";
    return table;
}

inline std::string threshold_words(const LegalVersion& version) {
    if (version.threshold == 0) return "always";
    const std::string_view sign = version.comparison == Comparison::more_than ? "> " : version.comparison == Comparison::at_least ? "≥ " : "≤ ";
    const bool years = version.unit == LimitUnit::months && version.threshold >= 24 && version.threshold % 12 == 0;
    if (years) return std::string(sign) + std::to_string(version.threshold / 12) + " years";
    return std::string(sign) + std::to_string(version.threshold) + " " + std::string(version.threshold == 1 ? "month" : unit_words(version.unit));
}

inline std::string_view selecting_day(VersionDay day) {
    switch (day) {
        case VersionDay::leave_start: return "first day of the leave";
        case VersionDay::measure_start: return "first day of the measure";
        case VersionDay::examination: return "day of the examination";
        case VersionDay::day_asked: return "day asked about";
    }
    return "";
}

inline std::string absences_words(CodeSet<AbsenceKind> absences) {
    if (absences == all_codes<AbsenceKind>()) return "";
    std::string words;
    for (const auto& term : terms_of<AbsenceKind>)
        if (absences.contains(term.value)) words += (words.empty() ? "" : ", ") + std::string(term.en);
    return words;
}

/// The statutory rules.
inline std::string legal_rule_table() {
    std::string table = "| rule | | threshold | absences | valid from | version selected by | article |\n|---|---|---|---|---|---|---|\n";
    for (const auto& version : legal_versions)
        table += "| " + code_cell(code_of(version.rule)) + " | " + std::string(label_of(version.rule, Language::en)) + " | " + threshold_words(version) + " | " + absences_words(version.absences) + " | " +
                 (known(version.valid_from) ? day_in_words(version.valid_from, Language::en) : "") + " | " + std::string(selecting_day(version.selected_by)) + " | " + std::string(version.article) + " |\n";
    return table;
}

/// The regions whose public holidays differ.
inline std::string region_table() {
    std::string table = "| region | | holidays of 2024 beside those of the whole country |\n|---|---|---|\n";
    for (const auto& region : terms_of<HolidayRegion>) {
        std::string days;
        for (const Day day : public_holidays(2024, region.value))
            if (!is_public_holiday(day)) days += (days.empty() ? "" : ", ") + day_in_words(day, Language::en);
        table += "| " + code_cell(region.code) + " | " + std::string(region.en) + " | " + days + " |\n";
    }
    return table;
}

/// All the tables, one after the other.
inline std::string agenda_tables() {
    return agenda_rule_table() + "\n" + time_limit_table() + "\n" + legal_rule_table() + "\n" + region_table();
}

}  // namespace maintien::test
