#pragma once
/// @file
/// The rows of the catalogue on follow-up, retention, measures and partners.

#include <array>
#include <string_view>
#include <vector>

#include "maintien/indicators/row_rule.hpp"
#include "maintien/protocol/follow_up_schedule.hpp"

namespace maintien {

namespace detail {

/// A horizon in digits.
struct HorizonName {
    std::array<char, 3> digits{};
    std::size_t length = 0;
};

constexpr auto spell_horizons() {
    std::array<HorizonName, 256> names{};
    for (std::size_t months = 0; months < names.size(); ++months) {
        auto& name = names[months];
        name.length = months < 10 ? 1 : months < 100 ? 2 : 3;
        for (std::size_t rest = months, at = name.length; at-- > 0; rest /= 10) name.digits[at] = static_cast<char>('0' + rest % 10);
    }
    return names;
}

inline constexpr auto horizon_names = spell_horizons();

/// A number of months in digits; protocols know no horizon past 255.
constexpr std::string_view horizon_name(int months) {
    const auto& name = horizon_names[static_cast<std::size_t>(months)];
    return {name.digits.data(), name.length};
}

/// The cells of some neighbouring ends, from one to another.
constexpr CellRange ends_between(CellRange ends, FollowUpEnd from, FollowUpEnd to) { return ends.part(index_of(from), index_of(to) - index_of(from) + 1); }

/// Those of a block of ends whom the figures speak of.
struct FollowUpGroups {
    CellRange mature{};        ///< the window is over
    CellRange eligible{};      ///< and they should have answered
    CellRange answered{};      ///< and did
    CellRange non_response{};  ///< or did not
    CellRange deceased{};      ///< died
    CellRange retired{};       ///< retired
    CellRange pending{};       ///< the window is not over
};

constexpr FollowUpGroups groups_of(CellRange ends) {
    const auto only = [&](FollowUpEnd end) { return ends.at(index_of(end)); };
    return {ends_between(ends, FollowUpEnd::answered, FollowUpEnd::retired), ends_between(ends, FollowUpEnd::answered, FollowUpEnd::not_sent), only(FollowUpEnd::answered),
            ends_between(ends, FollowUpEnd::refused, FollowUpEnd::not_sent), only(FollowUpEnd::deceased), only(FollowUpEnd::retired), only(FollowUpEnd::pending)};
}

/// I12: what became of the follow-ups due, and how many were answered.
inline void add_follow_up_rows(std::vector<RowRule>& rows, const FollowUpSchedule& schedule) {
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
        const auto ends = cells.follow_up[i].ends;
        const auto group = groups_of(ends);
        const auto variant = horizon_name(schedule.horizons[i]);
        rows.push_back({.indicator = "follow_up", .variant = variant, .category = "due", .numerator = {group.mature}});
        for (const auto& term : terms_of<FollowUpEnd>) {
            RowRule row{.indicator = "follow_up", .variant = variant, .category = term.code, .numerator = {ends.at(index_of(term.value))}};
            if (term.value != FollowUpEnd::pending) {
                row.kind = FigureKind::share;
                row.denominator = {group.mature};
                row.excluded = {{"not_mature", group.pending}};
            }
            rows.push_back(row);
        }
    }
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
        const auto group = groups_of(cells.follow_up[i].ends);
        rows.push_back({.indicator = "response_rate", .variant = horizon_name(schedule.horizons[i]), .kind = FigureKind::share, .numerator = {group.answered, group.retired},
                        .denominator = {group.eligible, group.retired}, .matured = {group.mature}, .excluded = {{"not_mature", group.pending}, {"deceased", group.deceased}}});
    }
}

/// A retention row over those who answered.
inline RowRule retention_row(std::string_view variant, CellSum numerator, const FollowUpGroups& group) {
    return {.indicator = "retention", .variant = variant, .kind = FigureKind::share, .numerator = numerator, .denominator = {group.answered}, .matured = {group.mature},
            .excluded = {{"not_mature", group.pending}, {"deceased", group.deceased}, {"retired", group.retired}, {"non_response", group.non_response}}};
}

/// A retention row over all who should have answered, with bounds.
inline RowRule retention_bounds(std::string_view variant, CellRange employed, const FollowUpGroups& group) {
    return {.indicator = "retention", .variant = variant, .kind = FigureKind::bounded_share, .numerator = {employed}, .denominator = {group.eligible}, .open = {group.non_response},
            .matured = {group.mature}, .excluded = {{"not_mature", group.pending}, {"deceased", group.deceased}, {"retired", group.retired}}};
}

/// The retention rows of one horizon, in the order of the variants.
inline std::array<RowRule, 9> retention_of(const FollowUpCells& horizon) {
    const auto all = groups_of(horizon.ends), positive = groups_of(horizon.positive_ends);
    const auto answers = [&](std::size_t first, std::size_t count) { return horizon.answers.part(first, count); };
    const CellRange employed = answers(0, employed_answers);
    constexpr std::size_t on_leave = index_of(Answer::on_leave_with_contract);
    static_assert(index_of(Answer::same_post) == 0 && on_leave < employed_answers && index_of(Answer::in_training) == employed_answers);
    RowRule weighted = retention_row("weighted", {employed}, all);
    weighted.kind = FigureKind::weighted_share;
    weighted.weighting = &horizon.weighting;
    weighted.excluded = {{"not_mature", all.pending}, {"deceased", all.deceased}, {"retired", all.retired}};
    return {retention_row("observed", {employed}, all),
            retention_bounds("bounds", employed, all),
            weighted,
            retention_row("same_employer", {answers(0, same_employer_answers)}, all),
            retention_row("same_post", {answers(0, 1)}, all),
            retention_row("at_work", {answers(0, on_leave), answers(on_leave + 1, employed_answers - on_leave - 1)}, all),
            retention_row("employed_or_training", {answers(0, employed_answers + 1)}, all),
            retention_row("after_positive_exit", {horizon.positive_employed}, positive),
            retention_bounds("after_positive_exit_bounds", horizon.positive_employed, positive)};
}

/// I13: who is in work at each horizon.
inline void add_retention_rows(std::vector<RowRule>& rows, const FollowUpSchedule& schedule) {
    for (std::size_t variant = 0; variant < 9; ++variant)
        for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
            rows.push_back(retention_of(cells.follow_up[i])[variant]);
            rows.back().category = horizon_name(schedule.horizons[i]);
        }
}

/// How many measures are recommendations of the physician; they are the first of the list.
constexpr std::size_t count_recommendations() {
    std::size_t count = 0;
    for (const auto& term : terms_of<Measure>)
        if (term.recommendation && index_of(term.value) == count) ++count;
    return count;
}
inline constexpr std::size_t recommendations = count_recommendations();
static_assert(recommendations == 7 && !terms_of<Measure>[recommendations].recommendation);

/// I20, I21: what was done, and with whom.
inline void add_plan_rows(std::vector<RowRule>& rows) {
    const CellRange recommended = cells.measures.part(0, recommendations);
    rows.push_back({.indicator = "recommendations", .variant = "issued", .numerator = {recommended}});
    rows.push_back({.indicator = "recommendations", .variant = "carried_out", .kind = FigureKind::share, .numerator = {cells.recommended_and_done}, .denominator = {recommended}});
    for (const auto& term : terms_of<Measure>) rows.push_back({.indicator = "measures", .category = term.code, .numerator = {cells.measures.at(index_of(term.value))}});
    for (const auto& term : terms_of<Partner>) rows.push_back({.indicator = "partners", .category = term.code, .numerator = {cells.partners.at(index_of(term.value))}});
}

}  // namespace detail
}  // namespace maintien
