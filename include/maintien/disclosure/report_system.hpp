#pragma once
/// @file
/// Report systems: the rows of a report, and of earlier releases, as one system of counts.

#include "maintien/disclosure/row_counts.hpp"

namespace maintien {

/// The numbers of a report's heading that are hidden together.
enum class InputPart : std::uint8_t {
    cases,       ///< the cases and those left out because the worker objects
    rejected,    ///< cases left out on reading
    events,      ///< the events
    violation,   ///< deviations that break a rule
    unrecorded,  ///< steps that are not on record
    note         ///< what is only noted
};

/// How many parts the heading has.
inline constexpr std::size_t input_parts = 6;

/// A report within a system.
struct ReportInSystem {
    const CountedReport* counted = nullptr;  ///< the report
    std::uint32_t first_count = 0;           ///< where its counts begin
    std::size_t first_row = 0;               ///< where its rows begin: those of the report, then the parts of its heading
    FurtherCounts further{};                 ///< its counts that are no cells

    /// The counts of one of its strata.
    StratumCounts stratum(std::size_t position) const { return {first_count + static_cast<std::uint32_t>(position) * counts_of_stratum}; }
};


namespace detail {

inline void add_counts(CountSystem& system, const CountedReport& counted) {
    for (std::size_t s = 0; s < counted.report.strata.size(); ++s) {
        const auto& tally = counted.stratum(s).tally;
        system.truth.insert(system.truth.end(), tally.counts.begin(), tally.counts.end());
        for (const auto& stay : tally.stays) system.truth.push_back(cases_of(stay));
        system.truth.push_back(counted.stratum(s).persons.value_or(0));
    }
}

/// Strata add up to the whole; what is counted once in several of them (persons, episodes) adds up to more.
inline void relate_strata(CountSystem& system, const ReportInSystem& in) {
    const auto strata = in.counted->report.strata.size();
    for (std::uint32_t i = 0; i < counts_of_stratum && strata > 1; ++i) {
        CountForm parts;
        for (std::size_t s = 1; s < strata; ++s) parts.push_back({in.stratum(s).first + i, 1});
        const CountForm whole{{in.first_count + i, 1}};
        relate_at_most(system, whole, parts, true);
        if (value_of(parts, system.truth) > system.truth[in.first_count + i])
            for (const auto& part : parts) relate_at_most(system, {part}, whole);
    }
}

/// Counts that no rule explains: over strata they add up, and those of the same number are taken for the same.
inline void relate_further(CountSystem& system, const ReportInSystem& in) {
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> by_name;
    for (const auto& [name, place] : in.further.places) {
        const auto& [row, role, stratum] = name;
        by_name[{row, role}].push_back(place);
        for (const auto range : {cells.entries, cells.broad_entries, cells.exits, cells.referrals})
            if (role == "denominator") relate_equal(system, {{place, 1}}, in.stratum(stratum).cells_in({range}));
    }
    for (const auto& [name, places] : by_name) {
        CountForm parts;
        for (std::size_t i = 1; i < places.size(); ++i) parts.push_back({places[i], 1});
        if (!parts.empty()) relate_equal(system, {{places[0], 1}}, tidy(std::move(parts)));
    }
    for (auto next = by_name.begin(), before = next; next != by_name.end(); before = next++)
        if (before != next && before->first.second == next->first.second && before->second.size() == next->second.size())
            for (std::size_t i = 0; i < next->second.size(); ++i) relate_equal(system, {{before->second[i], 1}}, {{next->second[i], 1}});
}

inline std::vector<std::int64_t> heading_counts(const ReportInput& input) {
    return {input.cases, input.objected, input.rejected, input.events, input.deviations[0], input.deviations[1], input.deviations[2]};
}

/// The rows of the heading. Cases are as good as referrals and persons where the numbers are the same.
inline void add_heading(CountSystem& system, const ReportInSystem& in, std::int64_t limit) {
    const auto first = static_cast<std::uint32_t>(system.truth.size());
    const auto numbers = heading_counts(in.counted->report.input);
    system.truth.insert(system.truth.end(), numbers.begin(), numbers.end());
    const CountForm counted_cases{{first, 1}, {first + 1, -1}};
    for (const auto& likely : {in.stratum(0).cells_in({cells.referrals}), in.stratum(0).persons()}) {
        relate_equal(system, {{first, 1}}, likely);
        relate_equal(system, counted_cases, likely);
    }
    relate_at_most(system, {{first + 1, 1}}, {{first, 1}});
    for (std::uint32_t severity = 4; severity < 7; ++severity) relate_equal(system, {{first + severity, 1}}, {{first, 1}});
    system.rows.push_back(counted_row(system, {.counts = {{{first, 1}}}, .parts_of = {{{{first + 1, 1}}, {{first, 1}}}}}, limit));
    for (std::uint32_t i = 2; i < 7; ++i) system.rows.push_back(counted_row(system, {.counts = {{{first + i, 1}}}}, limit));
}

using RuleNames = std::map<std::tuple<std::string_view, std::string_view, std::string_view>, const RowRule*>;

inline RuleNames rules_by_name(const Catalogue& catalogue) {
    RuleNames rules;
    for (const auto& rule : catalogue) rules.emplace(std::tuple(rule.indicator, rule.variant, rule.category), &rule);
    return rules;
}

}  // namespace detail

/// Adds a report to a system: its counts, what is known of them, its rows, those too small hidden. `was_hidden(row)` tells,
/// of a report published before, whether a row was hidden then: one that was shown protects nothing any more. The counted
/// report must outlive what is returned.
template <class WasHidden>
ReportInSystem add_report(CountSystem& system, const CountedReport& counted, std::int64_t limit, const WasHidden& was_hidden) {
    constexpr bool before = !std::is_same_v<WasHidden, std::nullptr_t>;
    ReportInSystem in{&counted, static_cast<std::uint32_t>(system.truth.size()), 0, {}};
    detail::add_counts(system, counted);
    std::vector<StratumCounts> strata;
    for (std::size_t s = 0; s < counted.report.strata.size(); ++s) strata.push_back(in.stratum(s));
    relate_all_strata(system, strata, *counted.protocol);
    detail::relate_strata(system, in);
    const auto rules = detail::rules_by_name(counted.catalogue);
    in.first_row = system.rows.size();
    for (const auto& row : counted.report.rows) {
        const auto rule = rules.find({row.indicator, row.variant, row.category});
        bool hidden = true;
        if constexpr (before) hidden = was_hidden(row);
        if (rule == rules.end() || !is_related(*rule->second)) {
            system.rows.push_back({.hiding = Hiding::withheld});
            continue;
        }
        const StratumInSystem where{system, in.further, in.stratum(row.stratum), row.stratum};
        auto counts = counted_row(system, counts_said(where, row, rule->second), hidden ? limit : 1);
        counts.weight = row.stratum == 0 && counted.report.strata.size() > 1 ? 2 : 1;
        if (before && hidden && counts.hiding == Hiding::shown) counts.hiding = Hiding::secondary;
        system.rows.push_back(std::move(counts));
    }
    detail::relate_further(system, in);
    detail::add_heading(system, in, limit);
    return in;
}

/// Adds a report that is about to be published.
inline ReportInSystem add_report(CountSystem& system, const CountedReport& counted, std::int64_t limit) { return add_report(system, counted, limit, nullptr); }

}  // namespace maintien
