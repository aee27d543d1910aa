#include "maintien/conformance/answer.hpp"

#include <algorithm>
#include <cmath>

#include "maintien/io/json_writer.hpp"

namespace maintien {

namespace {

const std::string nothing_answered = "nothing";

void compare(std::vector<Mismatch>& mismatches, bool same, std::string what, std::string found, std::string expected) {
    if (!same) mismatches.push_back({std::move(what), std::move(found), std::move(expected)});
}

std::string proposal_text(const Expectation& said) {
    if (!said.accepted) return nothing_answered;
    if (*said.accepted) return "accepted";
    std::string rules;
    for (const auto& rule : said.refused) rules += (rules.empty() ? " by " : ", ") + rule;
    return "refused" + rules;
}

void compare_proposal(std::vector<Mismatch>& mismatches, const Expectation& answer, const Expectation& expected) {
    if (!expected.accepted) return;
    const bool same_rules =
        expected.refused.empty() || std::is_permutation(answer.refused.begin(), answer.refused.end(), expected.refused.begin(), expected.refused.end());
    compare(mismatches, answer.accepted == expected.accepted && same_rules, "the proposed entry", proposal_text(answer), proposal_text(expected));
}

std::string stage_text(const std::optional<MaybeStage>& stage) {
    if (!stage) return nothing_answered;
    return *stage ? std::string(code_of(**stage)) : "none";
}

std::string deadlines_text(const std::optional<std::vector<ExpectedDeadline>>& deadlines) {
    if (!deadlines) return nothing_answered;
    std::string text;
    for (const auto& [rule, due] : *deadlines) text += (text.empty() ? "" : ", ") + rule + " " + iso(due);
    return text.empty() ? "none" : text;
}

void compare_deadlines(std::vector<Mismatch>& mismatches, std::optional<std::vector<ExpectedDeadline>> answer, std::optional<std::vector<ExpectedDeadline>> expected) {
    if (!expected) return;
    if (answer) std::sort(answer->begin(), answer->end());
    std::sort(expected->begin(), expected->end());
    compare(mismatches, answer == expected, "agenda", deadlines_text(answer), deadlines_text(expected));
}

/// Whether two numbers are the same but for the last digits a language may differ in.
bool same_number(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::fabs(*a - *b) <= 1e-9 * std::max({1.0, std::fabs(*a), std::fabs(*b)});
}

std::string number_text(const std::optional<double>& number) {
    std::string text;
    if (number) io::append_json_number(text, *number);
    return number ? text : "null";
}

void compare_figure(std::vector<Mismatch>& mismatches, const std::vector<ExpectedFigure>& answer, const ExpectedFigure& wanted) {
    const auto name = wanted.indicator + "/" + wanted.variant + "/" + wanted.category;
    const auto row = std::find_if(answer.begin(), answer.end(), [&](const ExpectedFigure& one) {
        return one.indicator == wanted.indicator && one.variant == wanted.variant && one.category == wanted.category;
    });
    compare(mismatches, row != answer.end(), name, "no such row", "one");
    if (row == answer.end()) return;
    for (const auto& [key, number] : wanted.numbers) {
        const auto said = std::find_if(row->numbers.begin(), row->numbers.end(), [&, &wanted_key = key](const auto& one) { return one.first == wanted_key; });
        const bool there = said != row->numbers.end();
        compare(mismatches, there && same_number(said->second, number), name + " " + key, there ? number_text(said->second) : nothing_answered, number_text(number));
    }
}

}  // namespace

std::vector<Mismatch> mismatches_of(const Expectation& answer, const Expectation& expected) {
    std::vector<Mismatch> mismatches;
    compare_proposal(mismatches, answer, expected);
    if (expected.stage) compare(mismatches, answer.stage == expected.stage, "stage", stage_text(answer.stage), stage_text(expected.stage));
    compare_deadlines(mismatches, answer.deadlines, expected.deadlines);
    for (const auto& wanted : expected.figures) compare_figure(mismatches, answer.figures, wanted);
    return mismatches;
}

}  // namespace maintien
