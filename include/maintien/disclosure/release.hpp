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
    bool proven = true;       ///< whether every small number has its proof, but for those that earlier releases tell outright; otherwise nothing is shown
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

/// As much of a report as is asked for, and what was published before, taken together.
inline ControlledReport controlled_with(PublishedStrata published, const CountedReport& counted, std::int64_t limit, const std::vector<EarlierRelease>& earlier) {
    CountSystem system;
    std::vector<ReportInSystem> before;
    std::size_t stale = 0;
    for (const auto& one : earlier) before.push_back(add_release(system, one.counted, *one.release, stale));
    const auto in = add_report(system, counted, limit, published);
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

/// A report of which nothing is proven: all of it is withheld, and which strata there are.
inline ControlledReport withheld(const CountedReport& counted, std::int64_t limit) {
    ControlledReport result{counted.report, {.min_count = limit, .heading = all_input_parts()}, false};
    result.report.min_count = limit;
    for (const auto part : result.audit.heading) hide(result.report.input, part);
    for (std::size_t i = 0; i < result.report.rows.size(); ++i) {
        result.report.rows[i] = hidden_row(counted.report.rows[i]);
        result.audit.rows.push_back({i, Hiding::withheld, {}});
    }
    result.audit.mergers = mergers_of(counted, std::vector<std::uint8_t>(result.report.rows.size(), 1), result.audit);
    std::erase_if(result.report.rows, [](const ReportRow& row) { return row.stratum != 0; });
    result.report.strata.resize(1);
    return result;
}

/// How much of the strata is tried to be published, the most first.
inline std::vector<PublishedStrata> attempts_for(std::size_t strata) {
    if (strata == 0) return {PublishedStrata::all, PublishedStrata::plain};
    if (strata > most_strata_in_full) return {PublishedStrata::plain, PublishedStrata::none};
    return {PublishedStrata::all, PublishedStrata::plain, PublishedStrata::none};
}

}  // namespace detail

/// The report that may be published: numbers of people below `limit` are hidden, and as many others as it takes that an
/// outsider who has this report and the earlier ones cannot work them out [INDICATORS §4]. Where no proof of that is found in time, less of the strata
/// is published, then the whole alone; where there is none for it either, nothing is.
inline ControlledReport controlled(const CountedReport& counted, std::int64_t limit, const std::vector<EarlierRelease>& earlier = {}) {
    for (const auto published : detail::attempts_for(counted.report.strata.size() - 1))
        if (auto result = detail::controlled_with(published, counted, limit, earlier); result.proven) return result;
    return detail::withheld(counted, limit);
}

}  // namespace maintien
