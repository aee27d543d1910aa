#include "maintien/conformance/answer.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "conformance/expectation_reading.hpp"
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

/// What stands under a key of a row, or null when it does not.
template <class Value>
const Value* said_under(const std::string& key, const std::vector<std::pair<std::string, Value>>& said) {
    const auto at = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == key; });
    return at == said.end() ? nullptr : &at->second;
}

std::string text_text(const std::optional<std::string>& text) { return text ? *text : "null"; }

template <class Value>
std::string pairs_text(const std::map<std::string, Value>& pairs) {
    std::string text;
    for (const auto& [key, value] : pairs) {
        text.append(text.empty() ? "" : ", ").append(key).append("=");
        if constexpr (std::is_same_v<Value, std::string>) text += value;
        else text += std::to_string(value);
    }
    return text.empty() ? "none" : text;
}

std::string name_of_figure(const ExpectedFigure& figure) {
    return figure.indicator + "/" + figure.variant + "/" + figure.category + (figure.by.empty() ? "" : " by " + pairs_text(figure.by));
}

void compare_members(std::vector<Mismatch>& mismatches, const ExpectedFigure& row, const ExpectedFigure& wanted) {
    const auto name = name_of_figure(wanted) + " ";
    for (const auto& [key, number] : wanted.numbers) {
        const auto* said = said_under(key, row.numbers);
        compare(mismatches, said && same_number(*said, number), name + key, said ? number_text(*said) : nothing_answered, number_text(number));
    }
    for (const auto& [key, text] : wanted.texts) {
        const auto* said = said_under(key, row.texts);
        compare(mismatches, said && *said == text, name + key, said ? text_text(*said) : nothing_answered, text_text(text));
    }
    if (!wanted.excluded) return;
    compare(mismatches, row.excluded == wanted.excluded, name + "excluded", row.excluded ? pairs_text(*row.excluded) : nothing_answered, pairs_text(*wanted.excluded));
}

void compare_figure(std::vector<Mismatch>& mismatches, const std::vector<ExpectedFigure>& answer, const ExpectedFigure& wanted) {
    const auto row = std::find_if(answer.begin(), answer.end(), [&](const ExpectedFigure& one) {
        return one.indicator == wanted.indicator && one.variant == wanted.variant && one.category == wanted.category && one.by == wanted.by;
    });
    compare(mismatches, row != answer.end(), name_of_figure(wanted), "no such row", "one");
    if (row != answer.end()) compare_members(mismatches, *row, wanted);
}

}  // namespace

Expectation parse_answer(std::string_view json, const std::string& name) {
    KitGrammar grammar{{name, "an answer: stage, accepted, refused ({rule}), agenda ({rule, due}) or report (rows)"}};
    auto answer = read_said(grammar, io::json_tree(json, name, grammar.problems));
    if (!grammar.problems.empty()) throw io::DocumentError(std::move(grammar.problems));
    return answer;
}

std::vector<Mismatch> mismatches_of(const Expectation& answer, const Expectation& expected) {
    std::vector<Mismatch> mismatches;
    compare_proposal(mismatches, answer, expected);
    if (expected.stage) compare(mismatches, answer.stage == expected.stage, "stage", stage_text(answer.stage), stage_text(expected.stage));
    compare_deadlines(mismatches, answer.deadlines, expected.deadlines);
    for (const auto& wanted : expected.figures) compare_figure(mismatches, answer.figures, wanted);
    return mismatches;
}

}  // namespace maintien
