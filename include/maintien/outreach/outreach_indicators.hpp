#pragma once
/// @file
/// The figures of collective actions: how many, for how many people of which kind, and what proves it.

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>

#include "maintien/outreach/collective_action.hpp"
#include "maintien/vocabulary/period.hpp"

namespace maintien {

/// One figure of the indicator `outreach` (S5 of docs/indicators.md). Every action of the period is counted: there is no interval.
struct OutreachFigure {
    std::string_view variant{};                                  ///< `events`, `events_by_kind`, `participants`, `participants_by_kind`, `deliverables` or `documented`
    std::string_view category{};                                 ///< a code of `outreach_kind` or `participant_kind`, or empty
    std::int64_t numerator = 0;                                  ///< the count
    std::optional<std::int64_t> denominator{};                   ///< of `documented`: the actions
    std::array<std::int64_t, count_of<SourceDocument>> proven{}; ///< how much of the count each source document stands behind; two may stand behind one action
    std::int64_t unproven = 0;                                   ///< how much of the count no document stands behind
    std::int64_t not_recorded = 0;                               ///< actions people attended without anybody counting them: they are in no count of participants
};

/// A change of an action, with the action it is about.
struct LoggedChange {
    CollectiveActionId action{};  ///< the action
    std::string title{};          ///< its title
    ActionChange change{};        ///< the change
};

/// What was done in a period.
struct OutreachReport {
    Period period{};                          ///< the days looked at, both included
    std::vector<OutreachFigure> figures{};    ///< the figures, in the order of their variants
    std::vector<CollectiveAction> actions{};  ///< the actions of the period, by day and number
    std::vector<LoggedChange> log{};          ///< the changes of the period, of any action, by day and number
};

/// The share of a figure that has a denominator, or none.
constexpr std::optional<double> share_of(const OutreachFigure& figure) {
    if (!figure.denominator || *figure.denominator == 0) return std::nullopt;
    return static_cast<double>(figure.numerator) / static_cast<double>(*figure.denominator);
}

namespace detail {

/// Sums over the actions what `weight` counts in each, with the documents behind it.
template <class Weight>
OutreachFigure summed(std::string_view variant, std::string_view category, std::span<const CollectiveAction> actions, Weight weight) {
    OutreachFigure figure{.variant = variant, .category = category};
    for (const auto& action : actions) {
        const std::int64_t count = weight(action);
        figure.numerator += count;
        if (action.source_documents.bits == 0) figure.unproven += count;
        for (const auto& term : terms_of<SourceDocument>)
            if (action.source_documents.contains(term.value)) figure.proven[index_of(term.value)] += count;
    }
    return figure;
}

/// The same of participants, noting the actions whose participants nobody counted.
template <class Weight>
OutreachFigure summed_participants(std::string_view variant, std::string_view category, std::span<const CollectiveAction> actions, Weight weight) {
    auto figure = summed(variant, category, actions, [&](const CollectiveAction& action) { return action.participants ? weight(*action.participants) : 0; });
    figure.not_recorded = std::count_if(actions.begin(), actions.end(), [](const auto& action) { return !action.participants && !is_produced(action.kind); });
    return figure;
}

inline std::vector<OutreachFigure> outreach_figures(std::span<const CollectiveAction> actions) {
    std::vector<OutreachFigure> figures{summed("events", "", actions, [](const auto&) { return 1; })};
    for (const auto& term : terms_of<OutreachKind>)
        figures.push_back(summed("events_by_kind", term.code, actions, [&](const auto& action) { return action.kind == term.value ? 1 : 0; }));
    figures.push_back(summed_participants("participants", "", actions, total_of));
    for (const auto& term : terms_of<ParticipantKind>)
        figures.push_back(summed_participants("participants_by_kind", term.code, actions, [&](const ParticipantCounts& counts) { return counts[index_of(term.value)]; }));
    figures.push_back(summed("deliverables", "", actions, [](const auto& action) { return action.has_deliverable ? 1 : 0; }));
    figures.push_back(summed("documented", "", actions, [](const auto& action) { return is_documented(action) ? 1 : 0; }));
    figures.back().denominator = static_cast<std::int64_t>(actions.size());
    return figures;
}

}  // namespace detail

/// The collective actions held in a period, their figures, and the changes logged in it. The order of `actions` changes nothing.
inline OutreachReport make_outreach_report(std::span<const CollectiveAction> actions, Period period) {
    OutreachReport report{.period = period};
    for (const auto& action : actions) {
        if (contains(period, action.on)) report.actions.push_back(action);
        for (const auto& change : action.log)
            if (contains(period, change.on)) report.log.push_back({action.action, action.title, change});
    }
    std::sort(report.actions.begin(), report.actions.end(), [](const auto& a, const auto& b) { return std::tie(a.on, a.action) < std::tie(b.on, b.action); });
    const auto place = [](const LoggedChange& logged) { return std::tie(logged.change.on, logged.action, logged.change.change, logged.change.reason); };
    std::sort(report.log.begin(), report.log.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    report.figures = detail::outreach_figures(report.actions);
    return report;
}

}  // namespace maintien
