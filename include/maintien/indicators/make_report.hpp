#pragma once
/// @file
/// Making a report: a register, a protocol, a period; out come the figures.

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

/// A report without rows.
inline Report empty_report(const Study& study, const ReportQuestion& question, std::string_view protocol) {
    Report report{.protocol = std::string(protocol), .title = study.protocol.title, .as_of = question.as_of, .known_on = question.known_on, .period = study.period,
                  .level = question.level, .decimals = study.protocol.profile.decimals};
    report.input = {static_cast<std::int64_t>(study.events.cases()), static_cast<std::int64_t>(study.events.size()), question.rejected,
                    study.table.objected, study.table.deviations};
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

/// Adds the rows of one rule: the whole register, then every stratum.
inline void add_rows(Report& report, const RowRule& rule, const Tally& tally, const OrderedParts& parts, const PersonCounts& persons, const FigureOptions& options) {
    report.rows.push_back(figure_of(rule, tally.whole, options));
    if (rule.kind == FigureKind::persons) set_persons(report.rows.back(), persons.whole);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto row = figure_of(rule, *parts[i].second, options);
        row.stratum = static_cast<std::uint32_t>(i + 1);
        if (rule.kind == FigureKind::persons) {
            const auto found = persons.parts.find(*parts[i].first);
            set_persons(row, found == persons.parts.end() ? 0 : found->second);
        }
        report.rows.push_back(std::move(row));
    }
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
    const FigureOptions options{study.period, question.level, question.interval};
    const auto catalogue = catalogue_of(protocol);
    report.rows.reserve(catalogue.size() * (parts.size() + 1));
    for (const auto& rule : catalogue) detail::add_rows(report, rule, tally, parts, persons, options);
    return report;
}

/// The report of a register: replays it as of the day asked for, then counts.
inline Report make_report(const EventTable& events, const ProtocolVersions& protocol, const ReportQuestion& question) {
    const CaseTable table = replay(events, protocol, {question.as_of, question.known_on, question.threads});
    return report_of(events, table, latest(protocol), question, latest(protocol).name);
}

}  // namespace maintien
