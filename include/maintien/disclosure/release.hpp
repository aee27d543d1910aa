#pragma once
/// @file
/// Releases: a report made fit to leave a service.

#include <utility>

#include "maintien/disclosure/audit.hpp"

namespace maintien {

/// The least count shown to the public, unless a service says otherwise.
inline constexpr std::int64_t public_min_count = 11;

/// An earlier release, and its report counted again from the register of today.
struct EarlierRelease {
    const Release* release = nullptr;  ///< what was published
    CountedReport counted{};           ///< the counts behind it
};

/// A report fit for publication, and what the service alone may know of it.
struct ControlledReport {
    Report report{};          ///< what may be published
    DisclosureAudit audit{};  ///< what was hidden and why
    bool proven = true;       ///< whether every small number has its proof, but for those that earlier releases tell outright
};

/// A hidden row: its names and its unit are left, everything else is null.
inline ReportRow hidden_row(const ReportRow& row) {
    return {.indicator = row.indicator, .variant = row.variant, .category = row.category, .stratum = row.stratum, .unit = row.unit, .null_reason = NullReason::suppressed};
}

/// Hides a part of a report's heading.
inline void hide(ReportInput& input, InputPart part) {
    switch (part) {
        case InputPart::cases: input.cases = input.objected = hidden_count; break;
        case InputPart::rejected: input.rejected = hidden_count; break;
        case InputPart::events: input.events = hidden_count; break;
        case InputPart::violation: input.deviations[index_of(Severity::violation)] = hidden_count; break;
        case InputPart::unrecorded: input.deviations[index_of(Severity::unrecorded)] = hidden_count; break;
        case InputPart::note: input.deviations[index_of(Severity::note)] = hidden_count; break;
        case InputPart::without_referral: input.without_referral = hidden_count; break;
    }
}

namespace detail {

/// All rows of a report and what was published before taken together.
inline ControlledReport controlled_together(const CountedReport& counted, std::int64_t limit, const std::vector<EarlierRelease>& earlier) {
    CountSystem system;
    std::vector<ReportInSystem> before;
    std::size_t stale = 0;
    for (const auto& one : earlier) before.push_back(add_release(system, one.counted, *one.release, stale));
    const auto in = add_report(system, counted, limit);
    auto told = in.told;
    for (const auto& one : before) told |= one.told;
    for (const auto& one : before) relate_tables(system, one, told);
    relate_tables(system, in, told);
    for (std::size_t i = 0; i < before.size(); ++i) {
        for (std::size_t j = i + 1; j < before.size(); ++j) link_reports(system, before[i], before[j]);
        link_reports(system, before[i], in);
    }
    system = contracted(system);
    const auto protection = protect(system);
    ControlledReport result{counted.report, audit_of(system, in, protection, limit), protection.finished};
    result.report.min_count = limit;
    result.audit.earlier = static_cast<std::int64_t>(earlier.size());
    result.audit.stale = static_cast<std::int64_t>(stale);
    for (const auto& row : result.audit.rows) result.report.rows[row.row] = hidden_row(counted.report.rows[row.row]);
    for (const auto part : result.audit.heading) hide(result.report.input, part);
    return result;
}

/// A report without its strata, which are named all the same.
inline CountedReport whole_of(CountedReport counted) {
    for (const auto& stratum : counted.state.strata) counted.only_named.push_back(stratum.by);
    counted.state.strata.clear();
    counted.report.strata.resize(1);
    std::erase_if(counted.report.rows, [](const ReportRow& row) { return row.stratum != 0; });
    return counted;
}

/// A report of which the rows of the whole are those of `of_whole`, or none when nothing of it was proven, and all others are withheld.
inline ControlledReport withheld_around(const ControlledReport& of_whole, const CountedReport& counted, std::int64_t limit) {
    const bool shown = of_whole.proven;
    ControlledReport result{counted.report, of_whole.audit};
    result.report.min_count = limit;
    result.audit.rows.clear();
    if (!shown) result.audit.given_away = 0;
    if (shown) result.report.input = of_whole.report.input;
    std::map<std::size_t, const AuditedRow*> hidden;
    for (const auto& row : of_whole.audit.rows) hidden.emplace(row.row, &row);
    std::vector<std::uint8_t> is_hidden(result.report.rows.size(), 0);
    for (std::size_t i = 0, of_the_whole = 0; i < is_hidden.size(); ++i) {
        const auto found = counted.report.rows[i].stratum == 0 ? hidden.find(of_the_whole++) : hidden.end();
        if (shown && counted.report.rows[i].stratum == 0 && found == hidden.end()) continue;
        is_hidden[i] = 1;
        result.audit.rows.push_back({i, Hiding::withheld, {}});
        if (found != hidden.end()) result.audit.rows.back() = {i, found->second->hiding, found->second->protects};
        result.report.rows[i] = hidden_row(counted.report.rows[i]);
    }
    if (!shown) result.audit.heading = all_input_parts();
    if (!shown)
        for (const auto part : result.audit.heading) hide(result.report.input, part);
    result.audit.mergers = mergers_of(counted, is_hidden, result.audit);
    return result;
}

}  // namespace detail

/// The report that may be published: numbers of people below `limit` are hidden, and as many others as it takes that an
/// outsider who has this report and the earlier ones cannot work them out [INDICATORS §4]. Where no proof of that is found in time, the strata are
/// withheld and the whole is published alone; where there is none for it either, nothing is.
inline ControlledReport controlled(const CountedReport& counted, std::int64_t limit, const std::vector<EarlierRelease>& earlier = {}) {
    auto result = detail::controlled_together(counted, limit, earlier);
    if (result.proven) return result;
    if (counted.report.strata.size() > 1) result = detail::controlled_together(detail::whole_of(counted), limit, earlier);
    return detail::withheld_around(result, counted, limit);
}

}  // namespace maintien
