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

/// The report that may be published: numbers of people below `limit` are hidden, and as many others as it takes that an
/// outsider who has this report and the earlier ones cannot work them out [INDICATORS §4].
inline ControlledReport controlled(const CountedReport& counted, std::int64_t limit, const std::vector<EarlierRelease>& earlier = {}) {
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
    ControlledReport result{counted.report, audit_of(system, in, protection, limit)};
    result.report.min_count = limit;
    result.audit.earlier = static_cast<std::int64_t>(earlier.size());
    result.audit.stale = static_cast<std::int64_t>(stale);
    for (const auto& row : result.audit.rows) result.report.rows[row.row] = hidden_row(counted.report.rows[row.row]);
    for (const auto part : result.audit.heading) hide(result.report.input, part);
    return result;
}

}  // namespace maintien
