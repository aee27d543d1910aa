#pragma once
/// @file
/// Counted reports: a report together with the counts it was made of.

#include <optional>

#include "maintien/indicators/make_report.hpp"

namespace maintien {

/// A report with the counts behind it; the protocol must outlive it.
struct CountedReport {
    const Protocol* protocol = nullptr;      ///< how outcomes are read
    State state{};                           ///< the counts
    Report report{};                         ///< the figures
    Catalogue catalogue{};                   ///< the rows' rules
    std::optional<ReferencePopulation> reference{};  ///< what rates are standardised on; none: they are not

    /// The counts of a stratum of the report; the first is the whole.
    const StateStratum& stratum(std::size_t position) const { return position == 0 ? state.whole : state.strata[position - 1]; }
};

/// The report that a state holds the integers of, with them; see `report_of`.
inline CountedReport counted_report_of(State state, const ReferencePopulation* reference = nullptr, unsigned threads = 0) {
    CountedReport counted{.protocol = state.rules, .report = report_of(state, reference, threads)};
    std::vector<NamedService> services;
    for (const auto& name : *counted.report.names) services.push_back({static_cast<StratumCode>(services.size()), name});
    counted.catalogue = catalogue_of(*state.rules, services);
    if (reference) counted.reference = *reference;
    counted.state = std::move(state);
    return counted;
}

/// The report of a replayed register with its counts; see `report_of`.
inline CountedReport counted_report_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question,
                                       std::string_view protocol_name) {
    return counted_report_of(state_of(events, table, protocol, question, protocol_name), question.reference, question.threads);
}

}  // namespace maintien
