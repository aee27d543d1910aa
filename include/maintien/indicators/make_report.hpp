#pragma once
/// @file
/// Making a report: a register, a protocol, a period; out come the figures.

#include <memory>

#include "maintien/indicators/catalogue.hpp"
#include "maintien/indicators/figure.hpp"
#include "maintien/indicators/persons.hpp"
#include "maintien/indicators/report.hpp"
#include "maintien/register/replay.hpp"

namespace maintien {

/// What a report is asked for.
struct ReportQuestion {
    Day as_of{};                                        ///< the day looked at
    Day known_on{};                                     ///< the day of knowledge, or none: everything recorded counts
    Day from{};                                         ///< first day of the period; none: the earliest referral
    Day to{};                                           ///< last day of the period; none: `as_of`
    std::vector<StratumKey> by{};                       ///< what the register is divided by
    double level = default_level;                       ///< the level of the intervals
    IntervalMethod interval = IntervalMethod::wilson;   ///< the interval of proportions
    const ReferencePopulation* reference = nullptr;     ///< what rates are standardised on; none: they are not
    std::int64_t rejected = 0;                          ///< cases the reader left out
    unsigned threads = 0;                               ///< how many threads work; 0 for all cores
};

/// The period a question is about: from the earliest referral to the day looked at, unless it says otherwise.
inline Period period_of(const CaseTable& table, const ReportQuestion& question) {
    Period period{question.from, known(question.to) ? question.to : question.as_of};
    if (known(period.from)) return period;
    for (const Day day : table.episodes.reached[index_of(Milestone::referral)])
        if (known(day) && (!known(period.from) || day < period.from)) period.from = day;
    if (!known(period.from) || period.from > period.to) period.from = period.to;
    return period;
}

namespace detail {

/// How many of the cases counted have no referral by T.
inline std::int64_t cases_without_referral(const Study& study) {
    const auto& rows = study.table.episodes;
    const auto& referrals = rows.reached[index_of(Milestone::referral)];
    std::int64_t count = 0;
    for (std::size_t row = 0; row < rows.size();) {
        const auto index = rows.case_index[row];
        bool referred = false;
        for (; row < rows.size() && rows.case_index[row] == index; ++row) referred = referred || known(referrals[row]);
        count += referred ? 0 : 1;
    }
    return count;
}

/// A report without rows.
inline Report empty_report(const Study& study, const ReportQuestion& question, std::string_view protocol) {
    Report report{.protocol = std::string(protocol), .title = study.protocol.title, .as_of = question.as_of, .known_on = question.known_on, .period = study.period,
                  .level = question.level, .decimals = study.protocol.profile.decimals};
    report.input = {static_cast<std::int64_t>(study.events.cases()), static_cast<std::int64_t>(study.events.size()), question.rejected,
                    study.table.objected, study.table.deviations, cases_without_referral(study)};
    if (question.reference) report.reference = question.reference->title;
    report.strata.emplace_back();
    return report;
}

using OrderedParts = std::vector<std::pair<const StratumCodes*, const StratumTally*>>;

/// The observed strata in the order of a report.
inline OrderedParts ordered_parts(const Study& study, const Tally& tally) {
    OrderedParts parts;
    for (const auto& [codes, part] : tally.parts) parts.emplace_back(&codes, &part);
    std::sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) { return stratum_before(study, tally.keys, *a.first, *b.first); });
    return parts;
}

inline Stratum stratum_of(const Study& study, const std::vector<StratumKey>& keys, const StratumCodes& codes) {
    Stratum stratum;
    for (std::size_t i = 0; i < keys.size(); ++i) stratum.push_back({code_of(keys[i]), stratum_text(study, keys[i], codes[i])});
    return stratum;
}

inline void set_persons(ReportRow& row, std::int64_t persons) { row.numerator = row.value = static_cast<double>(persons); }

/// The row of one rule in one stratum, to be worked out.
struct PlannedRow {
    std::size_t rule = 0;  ///< the rule's position in the catalogue
    std::size_t row = 0;   ///< the row's position in the report
};

/// Whether a rule has a row in a stratum: a stratum of one service compares no other.
inline bool speaks_in(const RowRule& rule, const std::vector<StratumKey>& keys, const StratumCodes& codes) {
    if (rule.kind != FigureKind::service_rate && rule.kind != FigureKind::service_limits) return true;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == StratumKey::service && codes[i] != rule.service) return false;
    return true;
}

/// Lays out the rows: each rule's row for the whole register, then one for each stratum. Gives the rows of each stratum, the whole first.
inline std::vector<std::vector<PlannedRow>> planned_rows(const Catalogue& catalogue, const std::vector<StratumKey>& keys, const OrderedParts& parts) {
    std::vector<std::vector<PlannedRow>> planned(parts.size() + 1);
    std::size_t row = 0;
    for (std::size_t rule = 0; rule < catalogue.size(); ++rule) {
        planned[0].push_back({rule, row++});
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (speaks_in(catalogue[rule], keys, *parts[i].first)) planned[i + 1].push_back({rule, row++});
    }
    return planned;
}

/// The distinct persons of a stratum; the whole register for the first.
inline std::int64_t persons_in(const PersonCounts& persons, const OrderedParts& parts, std::size_t stratum) {
    if (stratum == 0) return persons.whole;
    const auto found = persons.parts.find(*parts[stratum - 1].first);
    return found == persons.parts.end() ? 0 : found->second;
}

/// What the figures of a report are worked out from.
struct ReportMaterial {
    const Tally& tally;             ///< the integers
    const OrderedParts& parts;      ///< the strata in order
    const PersonCounts& persons;    ///< the distinct persons
    const Catalogue& catalogue;     ///< the rules
};

/// Works out the rows, stratum by stratum: the curves of a stratum are drawn once, and no two strata's stand in memory at a time.
inline void work_out_rows(Report& report, const ReportMaterial& material, const FigureOptions& options, unsigned threads) {
    const auto planned = planned_rows(material.catalogue, material.tally.keys, material.parts);
    std::size_t total = 0;
    for (const auto& stratum : planned) total += stratum.size();
    report.rows.resize(total);
    in_parallel(planned.size(), thread_count(threads), [&](std::size_t i, unsigned) {
        StratumCurves stratum{i == 0 ? material.tally.whole : *material.parts[i - 1].second};
        for (const auto& place : planned[i]) {
            const auto& rule = material.catalogue[place.rule];
            auto& row = report.rows[place.row] = figure_of(rule, stratum, options);
            row.stratum = static_cast<std::uint32_t>(i);
            if (rule.kind == FigureKind::persons) set_persons(row, persons_in(material.persons, material.parts, i));
        }
    });
}

/// Lets the rows of services name them by copies the report keeps.
inline std::vector<NamedService> kept_names(Report& report, std::vector<NamedService> services) {
    auto names = std::make_shared<std::vector<std::string>>();
    for (const auto& service : services) names->emplace_back(service.name);
    for (std::size_t i = 0; i < services.size(); ++i) services[i].name = (*names)[i];
    report.names = std::move(names);
    return services;
}

}  // namespace detail

/// The report of a replayed register. `protocol_name` is the protocol as it was asked for; the protocol must outlive the report.
inline Report report_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question, std::string_view protocol_name) {
    const Study study = study_of(events, table, protocol, period_of(table, question));
    const Tally tally = tally_of(study, question.by, question.threads);
    const auto persons = persons_referred(study, question.by);
    const auto parts = detail::ordered_parts(study, tally);
    Report report = detail::empty_report(study, question, protocol_name);
    for (const auto& [codes, part] : parts) report.strata.push_back(detail::stratum_of(study, question.by, *codes));
    const FigureOptions options{study.period, question.level, question.interval, question.reference};
    const auto services = detail::kept_names(report, services_of(study));
    const auto catalogue = catalogue_of(protocol, services);
    detail::work_out_rows(report, {tally, parts, persons, catalogue}, options, question.threads);
    return report;
}

/// The report of a register: replays it as of the day asked for, then counts.
inline Report make_report(const EventTable& events, const ProtocolVersions& protocol, const ReportQuestion& question) {
    const CaseTable table = replay(events, protocol, {question.as_of, question.known_on, question.threads});
    return report_of(events, table, latest(protocol), question, latest(protocol).name);
}

}  // namespace maintien
