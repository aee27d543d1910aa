#include "conformance/figure_reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "maintien/indicators/stratum_key.hpp"

namespace maintien {

namespace {

using io::JsonKind;
using io::JsonNode;

constexpr std::array<std::string_view, 7> number_keys{"numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper"};
constexpr std::array<std::string_view, 4> text_keys{"method", "unit", "verdict", "null_reason"};

bool is_among(std::string_view key, std::span<const std::string_view> keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

/// A number as it is written in JSON, whole; nothing when it is none, or not one of the type.
template <class Number>
std::optional<Number> number_written(const JsonNode& node) {
    Number value{};
    const auto* end = node.text.data() + node.text.size();
    const auto [read_to, error] = std::from_chars(node.text.data(), end, value);
    return node.kind == JsonKind::number && error == std::errc{} && read_to == end ? std::optional{value} : std::nullopt;
}

std::optional<double> number_or_null(KitGrammar& grammar, const JsonNode& node) {
    const auto number = number_written<double>(node);
    if (!number && node.kind != JsonKind::null) grammar.wrong(node, "a number or null");
    return number;
}

std::optional<std::string> text_or_null(KitGrammar& grammar, const JsonNode& node) {
    if (node.kind != JsonKind::string && node.kind != JsonKind::null) grammar.wrong(node, "a text or null");
    return node.kind == JsonKind::string ? std::optional{node.text} : std::nullopt;
}

std::string stratum_keys() {
    std::string keys;
    for (const auto& term : terms_of<StratumKey>) keys.append(keys.empty() ? "" : ", ").append(term.code);
    return keys;
}

std::map<std::string, std::string> stratum_in(KitGrammar& grammar, const JsonNode& node) {
    std::map<std::string, std::string> by;
    if (node.kind != JsonKind::object && node.kind != JsonKind::null) grammar.wrong(node, "a stratum as an object");
    for (const auto& [key, value] : node.members) {
        if (!from_code<StratumKey>(key)) grammar.fault(value.pointer, io::in_quotes(key), "what a report is divided by: " + stratum_keys());
        else if (grammar.is(value, JsonKind::string, "a text")) by.emplace(key, value.text);
    }
    return by;
}

std::optional<std::map<std::string, std::int64_t>> excluded_in(KitGrammar& grammar, const JsonNode& node) {
    if (node.kind == JsonKind::null || !grammar.is(node, JsonKind::object, "an object of reasons and how many they are")) return std::nullopt;
    std::map<std::string, std::int64_t> reasons;
    for (const auto& [reason, value] : node.members) {
        const auto count = number_written<std::int64_t>(value);
        if (count && *count >= 0) reasons.emplace(reason, *count);
        else grammar.wrong(value, "a whole number");
    }
    return reasons;
}

ExpectedFigure figure_in(KitGrammar& grammar, const JsonNode& node) {
    ExpectedFigure figure{.indicator = grammar.text_of(node, "indicator", "the name of an indicator")};
    for (const auto& [key, value] : node.members) {
        if (is_among(key, number_keys)) figure.numbers.emplace_back(key, number_or_null(grammar, value));
        else if (is_among(key, text_keys)) figure.texts.emplace_back(key, text_or_null(grammar, value));
        else if (key == "variant") figure.variant = text_or_null(grammar, value).value_or("");
        else if (key == "category") figure.category = text_or_null(grammar, value).value_or("");
        else if (key == "by") figure.by = stratum_in(grammar, value);
        else if (key == "excluded") figure.excluded = excluded_in(grammar, value);
        else if (key != "indicator") grammar.fault(value.pointer, "an unknown field", "a field of a row of maintien-report/1");
    }
    return figure;
}

}  // namespace

std::vector<ExpectedFigure> read_figures(KitGrammar& grammar, const JsonNode& owner, std::string_view key) {
    std::vector<ExpectedFigure> figures;
    if (const auto* rows = grammar.optional(owner, key, JsonKind::array, "an array of rows"))
        for (const auto& row : rows->items) figures.push_back(figure_in(grammar, row));
    return figures;
}

}  // namespace maintien
