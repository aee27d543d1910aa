#include "conformance/expectation_reading.hpp"

#include <algorithm>

#include "conformance/figure_reading.hpp"

namespace maintien {

namespace {

using io::JsonKind;
using io::JsonNode;

std::optional<MaybeStage> stage_in(KitGrammar& grammar, const JsonNode& owner) {
    const auto* node = owner.member("stage");
    if (!node) return std::nullopt;
    if (node->kind == JsonKind::null) return std::optional<MaybeStage>{std::in_place};
    const auto code = node->kind == JsonKind::string ? from_code<Stage>(node->text) : std::nullopt;
    if (!code) grammar.wrong(*node, "a code of stage, or null before any");
    return MaybeStage{code};
}

std::vector<std::string> refusals_in(KitGrammar& grammar, const JsonNode& owner) {
    std::vector<std::string> rules;
    const auto* node = grammar.optional(owner, "refused", JsonKind::array, "an array of rules");
    if (!node) return rules;
    for (const auto& item : node->items) {
        grammar.only(item, {"rule"});
        rules.push_back(grammar.text_of(item, "rule", "the name of a rule"));
    }
    return rules;
}

std::optional<std::vector<ExpectedDeadline>> deadlines_in(KitGrammar& grammar, const JsonNode& owner) {
    const auto* node = grammar.optional(owner, "agenda", JsonKind::array, "an array of deadlines");
    if (!node) return std::nullopt;
    std::vector<ExpectedDeadline> deadlines;
    for (const auto& item : node->items) {
        grammar.only(item, {"rule", "due"});
        deadlines.push_back({grammar.text_of(item, "rule", "the name of a time limit, or follow_up"), grammar.day_of(item, "due")});
    }
    return deadlines;
}

}  // namespace

Expectation read_said(KitGrammar& grammar, const JsonNode& node) {
    grammar.only(node, {"stage", "accepted", "refused", "agenda", "report"});
    Expectation said{.stage = stage_in(grammar, node)};
    if (const auto* accepted = grammar.optional(node, "accepted", JsonKind::truth, "true or false")) said.accepted = accepted->text == "true";
    said.refused = refusals_in(grammar, node);
    if (!said.refused.empty() && said.accepted == true) grammar.fault(node.pointer + "/refused", "an array", "nothing: the entry is accepted");
    if (!said.refused.empty()) said.accepted = false;
    said.deadlines = deadlines_in(grammar, node);
    said.figures = read_figures(grammar, node, "report");
    return said;
}

Expectation read_expectation(KitGrammar& grammar, const JsonNode& node) {
    // Of a stage alone null says something: before any.
    const auto says = [&](const auto& member) { return member.first == "stage" || node.given(member.first); };
    if (std::none_of(node.members.begin(), node.members.end(), says)) grammar.wrong(node, "something that is expected");
    auto expected = read_said(grammar, node);
    if (const auto* refused = node.member("refused"); refused && refused->kind == JsonKind::array && refused->items.empty()) grammar.wrong(*refused, "at least one rule");
    return expected;
}

}  // namespace maintien
