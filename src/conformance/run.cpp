#include "maintien/conformance/run.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "maintien/case/canonical_json.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/agenda.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien {

namespace {

/// One scenario on the desk: the files it speaks of and what is answered so far.
struct ScenarioRun {
    const Scenario& scenario;
    const ProtocolVersions& protocol;
    CaseFile file{};       // of the case looked at
    bool entered = false;  // whether the proposed entry is in the file
    Expectation answer{};
};

CaseFile file_of_case(const EventTable& table, const CaseKey& key) {
    CaseFile file{{std::string(key.case_id)}, {std::string(key.service)}, {}};
    for (std::size_t row = 0; row < table.size(); ++row)
        if (key_of(table, table.case_index[row]) == key) file.entries.push_back(unpacked(entry_at(table, row), table.names));
    return file;
}

/// The case a scenario is about: that of the proposed entry, or of the first one.
CaseKey key_of_scenario(const Scenario& scenario) {
    if (scenario.then) return key_of(*scenario.then, 0);
    return scenario.entries.size() == 0 ? CaseKey{} : key_of(scenario.entries, scenario.entries.case_index[0]);
}

void answer_proposal(ScenarioRun& run) {
    if (!run.scenario.then) return;
    const auto verdict = admit(run.file, unpacked(entry_at(*run.scenario.then, std::size_t{0}), run.scenario.then->names), run.protocol);
    run.entered = static_cast<bool>(verdict);
    run.answer.accepted = run.entered;
    if (!verdict) run.answer.refused.emplace_back(verdict.rule);
}

/// The deadlines on the agenda of the day: the protocol's time limits, and follow-ups.
void answer_agenda(ScenarioRun& run) {
    if (!run.scenario.expect.deadlines) return;
    const auto& version = version_of(run.protocol, position_of(run.file, run.protocol, run.scenario.as_of).current());
    const auto is_deadline = [&](std::string_view rule) {
        return rule == code_of(AgendaRule::follow_up) || std::any_of(version.time_limits.begin(), version.time_limits.end(), [&](const TimeLimit& limit) { return limit.id == rule; });
    };
    run.answer.deadlines.emplace();
    for (const auto& item : agenda_of(run.file, version, {.as_of = run.scenario.as_of}))
        if (is_deadline(item.rule)) run.answer.deadlines->push_back({item.rule, item.due});
}

/// The whole register of a scenario, with the proposed entry when it was accepted.
EventTable register_of(const ScenarioRun& run) {
    EventTable table;
    const auto add = [&](const EventTable& from) {
        for (std::size_t row = 0; row < from.size(); ++row) {
            const auto entry = packed(unpacked(entry_at(from, row), from.names), table.names);
            add_row(table, case_of(table, key_of(from, from.case_index[row])), view_of(entry));
        }
    };
    add(run.scenario.entries);
    if (run.entered) add(*run.scenario.then);
    return table;
}

template <ClosedList Code>
std::optional<std::string> code_or_none(const std::optional<Code>& code) {
    return code ? std::optional{std::string(code_of(*code))} : std::nullopt;
}

/// A row of a report with all its members.
ExpectedFigure answered_figure(const ReportRow& row, const std::map<std::string, std::string>& by) {
    ExpectedFigure figure{std::string(row.indicator), std::string(row.variant), std::string(row.category),
                          {{"numerator", row.numerator}, {"denominator", row.denominator}, {"value", row.value}, {"lower", row.lower}, {"upper", row.upper},
                           {"bound_lower", row.bound_lower}, {"bound_upper", row.bound_upper}}, by};
    const auto method = row.method.empty() ? std::nullopt : std::optional{std::string(row.method)};
    figure.texts = {{"method", method}, {"unit", std::string(code_of(row.unit))}, {"verdict", code_or_none(row.verdict)}, {"null_reason", code_or_none(row.null_reason)}};
    figure.excluded.emplace();
    for (const auto& [reason, count] : row.excluded) figure.excluded->emplace(reason, count);
    return figure;
}

/// What a report must be divided by to have a row.
std::vector<StratumKey> keys_of(const ExpectedFigure& wanted) {
    std::vector<StratumKey> keys;
    for (const auto& [key, value] : wanted.by)
        if (const auto code = from_code<StratumKey>(key)) keys.push_back(*code);
    return keys;
}

/// The row of a report that is wanted, or none.
const ReportRow* wanted_row(const Report& report, const ExpectedFigure& wanted) {
    for (std::uint32_t i = 0; i < report.strata.size(); ++i) {
        std::map<std::string, std::string> by;
        for (const auto& part : report.strata[i]) by.emplace(part.key, part.value);
        if (by == wanted.by) return find_row(report, wanted.indicator, wanted.variant, wanted.category, i);
    }
    return nullptr;
}

/// Makes one report for each way in which the figures wanted divide the register.
void answer_report(ScenarioRun& run) {
    if (run.scenario.expect.figures.empty()) return;
    const auto events = register_of(run);
    std::map<std::vector<StratumKey>, Report> reports;
    for (const auto& wanted : run.scenario.expect.figures) {
        const auto keys = keys_of(wanted);
        const auto [at, fresh] = reports.try_emplace(keys);
        if (fresh) at->second = make_report(events, run.protocol, {.as_of = run.scenario.as_of, .by = keys, .threads = 1});
        if (const auto* row = wanted_row(at->second, wanted)) run.answer.figures.push_back(answered_figure(*row, wanted.by));
    }
}

}  // namespace

Expectation answer_of(const Scenario& scenario, const ProtocolVersions& protocol) {
    ScenarioRun run{scenario, protocol, file_of_case(scenario.entries, key_of_scenario(scenario))};
    answer_proposal(run);
    run.answer.stage.emplace(stage_of(run.file, protocol, scenario.as_of));
    answer_agenda(run);
    answer_report(run);
    return std::move(run.answer);
}

std::vector<std::string> failures_of(const Scenario& scenario, const ProtocolVersions& protocol) {
    std::vector<std::string> failures;
    for (const auto& mismatch : mismatches_of(answer_of(scenario, protocol), scenario.expect))
        failures.push_back(mismatch.what + ": found " + mismatch.found + ", expected " + mismatch.expected);
    return failures;
}

std::vector<std::string> failures_of(const Scenario& scenario) {
    const auto versions = built_in_versions(scenario.protocol);
    if (versions.empty()) return {"protocol: found " + json_string(scenario.protocol) + ", expected a built-in one"};
    return failures_of(scenario, versions);
}

}  // namespace maintien
