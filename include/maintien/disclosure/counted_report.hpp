#pragma once
/// @file
/// Counted reports: a report together with the counts it was made of.

#include "maintien/indicators/make_report.hpp"

namespace maintien {

/// A report with the counts behind it; the protocol must outlive it.
struct CountedReport {
    const Protocol* protocol = nullptr;      ///< how outcomes are read
    std::vector<StratumKey> by{};            ///< what the register was divided by
    Report report{};                         ///< the figures
    Catalogue catalogue{};                   ///< the rows' rules
    Tally tally{};                           ///< the counts
    std::vector<const StratumTally*> parts{};   ///< the counts of each stratum after the whole, within `tally`
    std::vector<std::int64_t> persons{};     ///< the distinct persons of each stratum

    /// The counts of a stratum of the report; the first is the whole.
    const StratumTally& stratum(std::size_t position) const { return position == 0 ? tally.whole : *parts[position - 1]; }
};

/// The report of a replayed register with its counts; see `report_of`.
inline CountedReport counted_report_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question,
                                       std::string_view protocol_name) {
    const Study study = study_of(events, table, protocol, period_of(table, question));
    CountedReport counted{.protocol = &protocol, .by = question.by, .report = report_of(events, table, protocol, question, protocol_name), .catalogue = catalogue_of(protocol),
                          .tally = tally_of(study, question.by, question.threads)};
    const auto persons = persons_referred(study, question.by);
    counted.persons.push_back(persons.whole);
    for (const auto& [codes, part] : detail::ordered_parts(study, counted.tally)) {
        const auto found = persons.parts.find(*codes);
        counted.parts.push_back(part);
        counted.persons.push_back(found == persons.parts.end() ? 0 : found->second);
    }
    return counted;
}

}  // namespace maintien
