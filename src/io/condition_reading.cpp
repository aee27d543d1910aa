// Reading what an entry must say for a rule to apply.
#include "io/condition_reading.hpp"

#include "maintien/pathway/judge.hpp"

namespace maintien::io {

namespace {

std::uint64_t clause_codes(JsonGrammar& grammar, Attribute attribute, const JsonNode& node) {
    std::uint64_t codes = 0;
    const auto& shape = shape_of(attribute);
    if (!grammar.is(node, JsonKind::array, "an array of codes")) return codes;
    if (node.items.empty()) grammar.wrong(node, "at least one code");
    for (const auto& item : node.items) {
        int place = -1;
        if (shape.kind == ValueKind::boolean) {
            if (const auto value = grammar.truth(item)) place = *value ? 1 : 0;
        } else if (item.kind == JsonKind::string && code_position(attribute, item.text) >= 0) {
            place = code_position(attribute, item.text);
        } else {
            grammar.wrong(item, expected_code(attribute, item.text));
        }
        if (place >= 0 && (codes >> place & 1) != 0) grammar.wrong(item, "each code once");
        if (place >= 0) codes |= std::uint64_t{1} << place;
    }
    return codes;
}

void clause(JsonGrammar& grammar, Condition& into, std::string_view name, const JsonNode& node, std::optional<Event> event) {
    const auto attribute = from_code<Attribute>(name);
    std::vector<std::string_view> looked_at;
    for (const auto& term : terms_of<Attribute>)
        if (event && rules_look_at(*event, term.value)) looked_at.push_back(term.code);
    if (!attribute || (event && !rules_look_at(*event, *attribute))) {
        std::string all;
        for (const auto one : looked_at) all.append(all.empty() ? "" : ", ").append(one);
        grammar.fault(node.pointer, in_quotes(name), "an attribute that rules look at" + (all.empty() ? "" : ": " + all));
        return;
    }
    const auto codes = clause_codes(grammar, *attribute, node);
    if (into.size() == into.rows.size()) return grammar.wrong(node, "at most " + std::to_string(into.rows.size()) + " attributes");
    into.push_back({*attribute, codes});
}

}  // namespace

Condition read_condition(JsonGrammar& grammar, const JsonNode* node, std::optional<Event> event) {
    Condition condition;
    if (!node || !grammar.is(*node, JsonKind::object, "an object of attributes and their codes")) return condition;
    for (const auto& [name, member] : node->members) clause(grammar, condition, name, member, event);
    return condition;
}

}  // namespace maintien::io
