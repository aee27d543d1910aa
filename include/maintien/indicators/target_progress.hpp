#pragma once
/// @file
/// Progress on what a service has promised, as items of its agenda.

#include <algorithm>
#include <vector>

#include "maintien/indicators/make_report.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"

namespace maintien {

namespace detail {

/// A number with at most one decimal, and none when it is whole.
inline std::string short_number(double value, Language language) {
    return rounded_value(value, value == static_cast<double>(static_cast<std::int64_t>(value)) ? 0 : 1, language);
}

/// Adds the figure beside what is promised: a number beside the part of the yearly number that is due so far, or a share.
inline void append_progress(Sentence& title, const Target& target, const ReportRow& row) {
    append(title, "\u00A0: ", ": ");
    const auto both = [&](auto&& words) { append(title, words(Language::fr), words(Language::en)); };
    if (!row.value) return append(title, "pas encore de chiffre", "no figure yet");
    both([&](Language l) { return target.per_year ? short_number(*row.numerator, l) : percentage_value(*row.value, 1, l); });
    append(title, target.per_year ? " pour " : ", objectif ", target.per_year ? " against " : ", target ");
    both([&](Language l) { return target.per_year ? short_number(*row.denominator, l) : percentage_value(target.value, 1, l); });
    if (target.per_year) append(title, " à ce jour", " to date");
    if (!row.verdict) return;
    append(title, ", ");
    append(title, *row.verdict);
}

inline AgendaItem target_item(const Target& target, const ReportRow& row, Period period) {
    AgendaItem item{.rule = std::string(target.id), .title = {"Objectif " + std::string(target.id), "Target " + std::string(target.id)}, .who = Actor::coordinator,
                    .part = AgendaPart::team};
    append_progress(item.title, target, row);
    item.computation = sentence_of("du ", "from ");
    append(item.computation, period.from);
    append(item.computation, " au ", " to ");
    append(item.computation, period.to);
    if (!target.per_year) return item;
    next_clause(item.computation);
    append(item.computation, short_number(target.value, Language::fr) + " par an au prorata des jours", short_number(target.value, Language::en) + " a year, in proportion to the days");
    return item;
}

}  // namespace detail

/// The progress on each target of a protocol, from the first day of the year of `as_of` [D], or from the protocol's first day when that is later, to `as_of`: the figures
/// are the report's (`objective`), which leaves out workers who object. Items without a day, one for each target; a target whose indicator the report does not have is left out.
inline std::vector<AgendaItem> target_items(const EventTable& events, const ProtocolVersions& protocol, Day as_of, unsigned threads = 0) {
    std::vector<AgendaItem> items;
    const auto& targets = latest(protocol).targets;
    if (targets.empty()) return items;
    const Day from = std::min(std::max(make_day(year_of(as_of), 1, 1), protocol.list[0]->valid_from), as_of);
    const Report report = make_report(events, protocol, {.as_of = as_of, .from = from, .threads = threads});
    for (const auto& target : targets)
        if (const auto* row = find_row(report, "objective", target.id)) items.push_back(detail::target_item(target, *row, report.period));
    return items;
}

}  // namespace maintien
