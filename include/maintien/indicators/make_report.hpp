#pragma once
/// @file
/// Making a report: a register, a protocol, a period; out come the figures.

#include <memory>
#include <utility>

#include "maintien/indicators/catalogue.hpp"
#include "maintien/indicators/figure.hpp"
#include "maintien/indicators/persons.hpp"
#include "maintien/indicators/report.hpp"
#include "maintien/indicators/state.hpp"
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

/// The stratum with these codes as a state spells it.
inline StratumTexts texts_of(const Study& study, const std::vector<StratumKey>& keys, const StratumCodes& codes) {
    StratumTexts texts;
    for (std::size_t i = 0; i < keys.size(); ++i) texts.push_back(codes[i] == unknown_stratum ? std::string() : stratum_text(study, keys[i], codes[i]));
    return texts;
}

/// Moves the strata of a tally into a state, in the order of a report.
inline void add_strata(State& state, const Study& study, Tally& tally, const PersonCounts& persons) {
    for (auto& [codes, part] : tally.parts) {
        const auto found = persons.parts.find(codes);
        state.strata.push_back({texts_of(study, tally.keys, codes), std::move(part), found == persons.parts.end() ? 0 : found->second});
    }
    std::sort(state.strata.begin(), state.strata.end(), [&](const StateStratum& a, const StateStratum& b) { return stratum_before(tally.keys, a.by, b.by); });
}

/// Names the services of a study in a state, whose tallies know them from then on by their places in its list.
inline void name_services(State& state, const Study& study) {
    std::map<StratumCode, StratumCode> place;
    for (const auto& service : services_of(study)) {
        place[service.code] = static_cast<StratumCode>(state.services.size());
        state.services.emplace_back(service.code == unknown_stratum ? std::string_view() : service.name);
    }
    renumber_services(state, [&](StratumCode code) { return place.at(code); });
}

/// What is left of a figure when nobody knows who is who across services: what it is measured against.
inline void take_back(ReportRow& row) {
    row.numerator = row.value = row.lower = row.upper = row.bound_lower = row.bound_upper = std::nullopt;
    row.verdict = std::nullopt;
    row.null_reason = NullReason::not_mergeable;
}

/// The row of a rule for one stratum of a state, the curves of which are drawn once for all its figures.
inline ReportRow row_of(const RowRule& rule, const State& state, const StateStratum& stratum, StratumCurves& curves, const FigureOptions& options) {
    ReportRow row = figure_of(rule, curves, options);
    if (rule.kind == FigureKind::persons && stratum.persons) row.numerator = row.value = static_cast<double>(*stratum.persons);
    if (rule.kind == FigureKind::persons ? !stratum.persons : !state.linked && row.denominator != 0 && needs_links(rule)) take_back(row);
    return row;
}

/// The row of one rule in one stratum, to be worked out.
struct PlannedRow {
    std::size_t rule = 0;  ///< the rule's position in the catalogue
    std::size_t row = 0;   ///< the row's position in the report
};

/// Whether a rule has a row in a stratum: a stratum of one service compares no other.
inline bool speaks_in(const RowRule& rule, const State& state, const StateStratum& stratum) {
    if (rule.kind != FigureKind::service_rate && rule.kind != FigureKind::service_limits) return true;
    for (std::size_t i = 0; i < state.by.size(); ++i)
        if (state.by[i] == StratumKey::service && stratum.by[i] != state.services[rule.service]) return false;
    return true;
}

/// Lays out the rows: each rule's row for the whole register, then one for each stratum. Gives the rows of each stratum, the whole first.
inline std::vector<std::vector<PlannedRow>> planned_rows(const Catalogue& catalogue, const State& state) {
    std::vector<std::vector<PlannedRow>> planned(state.strata.size() + 1);
    std::size_t row = 0;
    for (std::size_t rule = 0; rule < catalogue.size(); ++rule) {
        planned[0].push_back({rule, row++});
        for (std::size_t i = 0; i < state.strata.size(); ++i)
            if (speaks_in(catalogue[rule], state, state.strata[i])) planned[i + 1].push_back({rule, row++});
    }
    return planned;
}

/// Works out the rows, stratum by stratum: the curves of a stratum are drawn once, and no two strata's stand in memory at a time.
inline void work_out_rows(Report& report, const State& state, const Catalogue& catalogue, const FigureOptions& options, unsigned threads) {
    const auto planned = planned_rows(catalogue, state);
    std::size_t total = 0;
    for (const auto& stratum : planned) total += stratum.size();
    report.rows.resize(total);
    in_parallel(planned.size(), thread_count(threads), [&](std::size_t i, unsigned) {
        const auto& stratum = i == 0 ? state.whole : state.strata[i - 1];
        StratumCurves curves{stratum.tally};
        for (const auto& place : planned[i]) {
            auto& row = report.rows[place.row] = row_of(catalogue[place.rule], state, stratum, curves, options);
            row.stratum = static_cast<std::uint32_t>(i);
        }
    });
}

/// The services of a state as rules name them, by copies that the report keeps.
inline std::vector<NamedService> kept_names(Report& report, const std::vector<std::string>& services) {
    auto names = std::make_shared<std::vector<std::string>>();
    for (const auto& service : services) names->emplace_back(service.empty() ? "unknown" : service);
    std::vector<NamedService> named;
    for (std::size_t i = 0; i < names->size(); ++i) named.push_back({static_cast<StratumCode>(i), (*names)[i]});
    report.names = std::move(names);
    return named;
}

/// A report without rows.
inline Report empty_report(const State& state) {
    Report report{.protocol = state.protocol, .title = state.rules->title, .as_of = state.as_of, .known_on = state.known_on, .period = state.period,
                  .level = state.level, .decimals = state.rules->profile.decimals, .input = state.input};
    report.strata.emplace_back();
    for (const auto& stratum : state.strata) {
        auto& parts = report.strata.emplace_back();
        for (std::size_t i = 0; i < state.by.size(); ++i) parts.push_back({code_of(state.by[i]), stratum.by[i].empty() ? "unknown" : stratum.by[i]});
    }
    return report;
}

}  // namespace detail

/// The sources of a register whose cases are all counted, or the part `part` of `parts` of them: one for each service, in order.
inline std::vector<StateSource> sources_of(const EventTable& events, int part = 1, int parts = 1) {
    std::vector<StateSource> sources;
    std::vector<std::uint8_t> seen(events.names.size(), 0);
    for (const NameIndex service : events.case_service)
        if (std::exchange(seen[service], std::uint8_t{1}) == 0) sources.push_back({std::string(events.names.text_of(service)), part, parts});
    std::sort(sources.begin(), sources.end());
    return sources;
}

/// The integers behind the report of a study, for the question it was made for; the study's protocol must outlive the state.
/// Without sources it is not for merging: `sources` says whose cases they are (`sources_of`).
inline State state_of(const Study& study, const ReportQuestion& question, std::string_view protocol_name, std::vector<StateSource> sources = {}) {
    Tally tally = tally_of(study, question.by, question.threads);
    const auto persons = persons_referred(study, question.by);
    State state{.protocol = std::string(protocol_name), .rules = &study.protocol, .as_of = question.as_of, .known_on = question.known_on, .period = study.period,
                .level = question.level, .interval = question.interval, .by = question.by, .sources = std::move(sources)};
    state.input = {static_cast<std::int64_t>(study.events.cases()), static_cast<std::int64_t>(study.events.size()), question.rejected, study.table.objected,
                   study.table.deviations, detail::cases_without_referral(study)};
    state.whole = {{}, std::move(tally.whole), persons.whole};
    detail::add_strata(state, study, tally, persons);
    detail::name_services(state, study);
    forget_links_across_services(state);
    return state;
}

/// The integers behind the report of a replayed register. `protocol_name` is the protocol as it was asked for; the protocol must outlive the state.
inline State state_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question, std::string_view protocol_name,
                      std::vector<StateSource> sources = {}) {
    return state_of(study_of(events, table, protocol, period_of(table, question)), question, protocol_name, std::move(sources));
}

/// The report that a state holds the integers of: the same rows as the report on its cases, but for what needs identities across services.
/// Rates are standardised on `reference` when there is one.
inline Report report_of(const State& state, const ReferencePopulation* reference = nullptr, unsigned threads = 0) {
    Report report = detail::empty_report(state);
    if (reference) report.reference = reference->title;
    const auto services = detail::kept_names(report, state.services);
    const auto catalogue = catalogue_of(*state.rules, services);
    detail::work_out_rows(report, state, catalogue, {state.period, state.level, state.interval, reference}, threads);
    return report;
}

/// The report of a replayed register. `protocol_name` is the protocol as it was asked for; the protocol must outlive the report.
inline Report report_of(const EventTable& events, const CaseTable& table, const Protocol& protocol, const ReportQuestion& question, std::string_view protocol_name) {
    return report_of(state_of(events, table, protocol, question, protocol_name), question.reference, question.threads);
}

/// The report of a register: replays it as of the day asked for, then counts.
inline Report make_report(const EventTable& events, const ProtocolVersions& protocol, const ReportQuestion& question) {
    const CaseTable table = replay(events, protocol, {question.as_of, question.known_on, question.threads});
    return report_of(events, table, latest(protocol), question, latest(protocol).name);
}

}  // namespace maintien
