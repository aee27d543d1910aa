#pragma once
/// @file
/// Ledgers: what was published before, so that two releases together give away no more than each alone.

#include "maintien/disclosure/report_system.hpp"

namespace maintien {

/// A row as it was published.
struct ReleasedRow {
    std::string name{};                    ///< indicator, variant and category, joined by `/`
    Stratum by{};                          ///< its stratum
    std::optional<double> numerator{};     ///< its numerator, none when it was hidden
    std::optional<double> denominator{};   ///< its denominator, none when it was hidden
    bool hidden = false;                   ///< whether it was hidden
};

/// A report as it was published.
struct Release {
    std::string protocol{};            ///< the protocol, as it was asked for
    std::string definitions{};         ///< the version of the definitions
    ReportQuestion question{};         ///< what was asked; its period is the published one
    std::int64_t min_count = 1;        ///< the least count shown
    std::vector<ReleasedRow> rows{};   ///< its rows
    std::string document{};            ///< the document itself
};

/// Whether two releases speak of the same things: the same protocol, and periods that overlap or touch. In doubt they do.
inline bool is_linked(const Release& release, const Report& report) {
    const auto& asked = release.question;
    return release.protocol == report.protocol && release.definitions == definitions_version && asked.from <= report.period.to + 1 && report.period.from <= asked.to + 1;
}

namespace detail {

/// Whether a value of a time key lies in another's: 2024-03 in 2024-Q1 and in 2024.
inline bool lies_in(std::string_view finer, std::string_view coarser) {
    if (finer.substr(0, coarser.size()) == coarser) return true;
    if (finer.size() != 7 || coarser.size() != 7 || coarser[5] != 'Q' || finer.substr(0, 5) != coarser.substr(0, 5)) return false;
    const int month = (finer[5] - '0') * 10 + (finer[6] - '0');
    return coarser[6] - '0' == (month + 2) / 3;
}

inline bool is_time(std::string_view key) { return key == "year" || key == "quarter" || key == "month"; }

/// Whether everybody in a stratum is also in another.
inline bool is_within(const Stratum& finer, const Stratum& coarser) {
    return std::all_of(coarser.begin(), coarser.end(), [&](const StratumPart& part) {
        return std::any_of(finer.begin(), finer.end(), [&](const StratumPart& other) {
            return other == part || (is_time(part.key) && is_time(other.key) && lies_in(other.value, part.value));
        });
    });
}

/// The same stratum in two reports: equal counts are taken for the same people, others have only grown.
inline void link_stratum(CountSystem& system, StratumCounts earlier, StratumCounts later) {
    for (std::uint32_t i = 0; i < counts_of_stratum; ++i) relate_at_most(system, {{earlier.first + i, 1}}, {{later.first + i, 1}}, true);
}

/// A stratum that another report divides further.
inline void link_parts(CountSystem& system, StratumCounts whole, const std::vector<StratumCounts>& parts) {
    for (std::uint32_t i = 0; i < counts_of_stratum && !parts.empty(); ++i) {
        CountForm sum;
        for (const auto& part : parts) sum.push_back({part.first + i, 1});
        relate_equal(system, {{whole.first + i, 1}}, tidy(std::move(sum)));
    }
}

/// The exits by service of a stratum in two reports, services known by their names.
inline void link_services(CountSystem& system, const ReportInSystem& earlier, std::size_t s, const ReportInSystem& later, std::size_t t) {
    const auto &before = earlier.counted->state.services, &after = later.counted->state.services;
    for (std::size_t i = 0; i < before.size(); ++i)
        for (std::size_t j = 0; j < after.size(); ++j) {
            if (before[i] != after[j]) continue;
            relate_at_most(system, earlier.services.positive(s, i), later.services.positive(t, j), true);
            relate_at_most(system, earlier.services.left(s, i), later.services.left(t, j), true);
        }
}

inline void link_finer(CountSystem& system, const ReportInSystem& coarse, const ReportInSystem& fine) {
    const auto &wholes = coarse.counted->report.strata, &parts = fine.counted->report.strata;
    for (std::size_t s = 1; s < coarse.related(); ++s) {
        std::vector<StratumCounts> within;
        for (std::size_t t = 1; t < fine.related(); ++t)
            if (parts[t] != wholes[s] && is_within(parts[t], wholes[s])) within.push_back(fine.stratum(t));
        link_parts(system, coarse.stratum(s), within);
    }
}

using RowName = std::pair<std::string, std::vector<std::pair<std::string, std::string>>>;

inline RowName row_name(std::string name, const Stratum& stratum) {
    RowName full{std::move(name), {}};
    for (const auto& part : stratum) full.second.emplace_back(std::string(part.key), part.value);
    return full;
}

inline RowName row_name(const Report& report, const ReportRow& row) {
    return row_name(std::string(row.indicator) + "/" + std::string(row.variant) + "/" + std::string(row.category), report.strata[row.stratum]);
}

/// Which rows of a report were hidden when it was published; those whose numbers are no longer those of the register are left aside too, and counted
/// in `stale`.
inline std::vector<std::uint8_t> rows_hidden_in(const Release& release, const Report& report, std::size_t& stale) {
    std::map<RowName, const ReleasedRow*> published;
    for (const auto& row : release.rows) published.emplace(row_name(row.name, row.by), &row);
    std::vector<std::uint8_t> hidden(report.rows.size(), 1);
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const auto& row = report.rows[i];
        const auto found = published.find(row_name(report, row));
        if (found == published.end() || found->second->hidden) continue;
        const bool same = found->second->numerator == row.numerator && found->second->denominator == row.denominator;
        stale += same ? 0 : 1;
        hidden[i] = same ? 0 : 1;
    }
    return hidden;
}

/// The least of a report's strata that covers all rows that were shown.
inline PublishedStrata strata_shown(const CountedReport& counted, const std::vector<std::uint8_t>& hidden) {
    const auto rules = rules_by_name(counted.catalogue);
    const auto covers = [&](PublishedStrata published) {
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            const auto& row = counted.report.rows[i];
            const auto rule = rules.find({row.indicator, row.variant, row.category});
            if (hidden[i] == 0 && rule != rules.end() && !may_be_published(counted, *rule->second, related_part(published, row.stratum))) return false;
        }
        return true;
    };
    for (const auto published : {PublishedStrata::none, PublishedStrata::plain})
        if (covers(published)) return published;
    return PublishedStrata::all;
}

}  // namespace detail

/// Adds what everybody may think of two reports on the same register, the earlier one first: a stratum with as many people
/// holds the same people, one with more has only grown, strata that are divided further add up, and what was open at the
/// end of one period opens the next. What does not hold is not added.
inline void link_reports(CountSystem& system, const ReportInSystem& earlier, const ReportInSystem& later) {
    const auto &before = earlier.counted->report.strata, &after = later.counted->report.strata;
    for (std::size_t s = 0; s < earlier.related(); ++s)
        for (std::size_t t = 0; t < later.related(); ++t)
            if (before[s] == after[t]) {
                detail::link_stratum(system, earlier.stratum(s), later.stratum(t));
                detail::link_services(system, earlier, s, later, t);
            }
    detail::link_finer(system, earlier, later);
    detail::link_finer(system, later, earlier);
    relate_equal(system, earlier.stratum(0).cells_in({cells.closing}), later.stratum(0).cells_in({cells.opening}));
}

/// Adds a release of before, its report counted again from the register. Its rows stay as they were published; those whose
/// numbers are no longer those of the register are left aside, and counted in `stale`.
inline ReportInSystem add_release(CountSystem& system, const CountedReport& counted, const Release& release, std::size_t& stale) {
    const auto hidden = detail::rows_hidden_in(release, counted.report, stale);
    auto in = add_report(system, counted, release.min_count, detail::strata_shown(counted, hidden), &hidden);
    for (std::size_t i = in.first_row; i < system.rows.size(); ++i) system.rows[i].fixed = true;
    return in;
}

}  // namespace maintien
