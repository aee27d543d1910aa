#include "maintien/conformance/run.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "maintien/case/canonical_json.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/agenda.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien {

namespace {

/// One scenario on the desk: the files it speaks of and what went wrong so far.
struct ScenarioRun {
    const Scenario& scenario;
    const ProtocolVersions& protocol;
    CaseFile file{};                      // of the case looked at
    bool entered = false;                 // whether the proposed entry is in the file
    std::vector<std::string> failures{};

    void expect(bool good, const std::string& what, const std::string& found, const std::string& expected) {
        if (!good) failures.push_back(what + ": found " + found + ", expected " + expected);
    }
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

std::string rules_text(const std::vector<std::string>& rules) {
    std::string text;
    for (const auto& rule : rules) text += (text.empty() ? "" : ", ") + rule;
    return text.empty() ? "accepted" : "refused by " + text;
}

void run_proposal(ScenarioRun& run) {
    if (!run.scenario.then) return;
    const auto verdict = admit(run.file, unpacked(entry_at(*run.scenario.then, std::size_t{0}), run.scenario.then->names), run.protocol);
    run.entered = static_cast<bool>(verdict);
    const auto& expect = run.scenario.expect;
    if (!expect.accepted) return;
    const std::vector<std::string> rules = verdict ? std::vector<std::string>{} : std::vector{std::string(verdict.rule)};
    const bool same_rule = expect.refused.empty() || std::is_permutation(rules.begin(), rules.end(), expect.refused.begin(), expect.refused.end());
    run.expect(run.entered == *expect.accepted && same_rule, "the proposed entry", rules_text(rules), *expect.accepted || !expect.refused.empty() ? rules_text(expect.refused) : "refused");
}

void run_stage(ScenarioRun& run) {
    if (!run.scenario.expect.stage) return;
    const auto name = [](MaybeStage stage) { return stage ? std::string(code_of(*stage)) : std::string("none"); };
    const auto found = stage_of(run.file, run.protocol, run.scenario.as_of);
    run.expect(found == *run.scenario.expect.stage, "stage", name(found), name(*run.scenario.expect.stage));
}

std::string deadlines_text(const std::vector<ExpectedDeadline>& deadlines) {
    std::string text;
    for (const auto& [rule, due] : deadlines) text += (text.empty() ? "" : ", ") + rule + " " + iso(due);
    return text.empty() ? "none" : text;
}

/// The deadlines on the agenda of the day: the protocol's time limits, and follow-ups.
void run_agenda(ScenarioRun& run) {
    if (!run.scenario.expect.deadlines) return;
    const auto& version = version_of(run.protocol, position_of(run.file, run.protocol, run.scenario.as_of).current());
    const auto is_deadline = [&](std::string_view rule) {
        return rule == code_of(AgendaRule::follow_up) || std::any_of(version.time_limits.begin(), version.time_limits.end(), [&](const TimeLimit& limit) { return limit.id == rule; });
    };
    std::vector<ExpectedDeadline> found, expected = *run.scenario.expect.deadlines;
    for (const auto& item : agenda_of(run.file, version, {.as_of = run.scenario.as_of}))
        if (is_deadline(item.rule)) found.push_back({item.rule, item.due});
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    run.expect(found == expected, "agenda", deadlines_text(found), deadlines_text(expected));
}

std::optional<double> number_of(const ReportRow& row, std::string_view key) {
    if (key == "numerator") return row.numerator;
    if (key == "denominator") return row.denominator;
    if (key == "value") return row.value;
    if (key == "lower") return row.lower;
    if (key == "upper") return row.upper;
    return key == "bound_lower" ? row.bound_lower : row.bound_upper;
}

/// Whether two numbers are the same but for the last digits a language may differ in.
bool same_number(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::fabs(*a - *b) <= 1e-9 * std::max({1.0, std::fabs(*a), std::fabs(*b)});
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

void run_report(ScenarioRun& run) {
    if (run.scenario.expect.figures.empty()) return;
    const auto report = make_report(register_of(run), run.protocol, {.as_of = run.scenario.as_of, .threads = 1});
    const auto text = [](const std::optional<double>& number) { return number ? std::to_string(*number) : std::string("null"); };
    for (const auto& wanted : run.scenario.expect.figures) {
        const auto name = wanted.indicator + "/" + wanted.variant + "/" + wanted.category;
        const auto* row = find_row(report, wanted.indicator, wanted.variant, wanted.category);
        run.expect(row != nullptr, name, "no such row", "one");
        if (!row) continue;
        for (const auto& [key, number] : wanted.numbers) run.expect(same_number(number_of(*row, key), number), name + " " + key, text(number_of(*row, key)), text(number));
    }
}

}  // namespace

std::vector<std::string> failures_of(const Scenario& scenario, const ProtocolVersions& protocol) {
    ScenarioRun run{scenario, protocol, file_of_case(scenario.entries, key_of_scenario(scenario))};
    run_proposal(run);
    run_stage(run);
    run_agenda(run);
    run_report(run);
    return std::move(run.failures);
}

std::vector<std::string> failures_of(const Scenario& scenario) {
    const auto versions = built_in_versions(scenario.protocol);
    if (versions.empty()) return {"protocol: found " + json_string(scenario.protocol) + ", expected a built-in one"};
    return failures_of(scenario, versions);
}

}  // namespace maintien
