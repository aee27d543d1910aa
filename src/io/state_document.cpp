// Reading `maintien-state/1`: a closed grammar, then what the numbers must have in common.
#include "maintien/io/state_document.hpp"

#include <charconv>
#include <utility>

#include "io/state_reader.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::io {
namespace detail {

// ---- numbers and containers -----------------------------------------------------------------------------------------

std::int64_t StateReader::count(const JsonNode& node, std::int64_t least, std::int64_t most) {
    std::int64_t value = least;
    const char* end = node.text.data() + node.text.size();
    if (node.kind == JsonKind::number) {
        const auto [read_to, error] = std::from_chars(node.text.data(), end, value);
        if (error == std::errc{} && read_to == end && least <= value && value <= most) return value;
    }
    grammar_.wrong(node, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::int64_t StateReader::required_count(const JsonNode& owner, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto* node = grammar_.required(owner, key, "a whole number");
    return node ? count(*node, least, most) : least;
}

Day StateReader::required_day(const JsonNode& owner, std::string_view key) {
    const auto* node = grammar_.required(owner, key, "a day");
    return node ? grammar_.day(*node) : no_day;
}

const JsonNode* StateReader::object(const JsonNode& owner, std::string_view key, const std::vector<std::string_view>& keys) {
    const auto* node = grammar_.required(owner, key, "an object");
    if (!node || !grammar_.is(*node, JsonKind::object, "an object")) return nullptr;
    grammar_.only(*node, keys);
    return node;
}

const JsonNode* StateReader::array(const JsonNode& owner, std::string_view key) {
    const auto* node = grammar_.required(owner, key, "an array");
    return node && grammar_.is(*node, JsonKind::array, "an array") ? node : nullptr;
}

// ---- the question ---------------------------------------------------------------------------------------------------

void StateReader::question(const JsonNode& root) {
    const auto* definitions = grammar_.required(root, "definitions", "the version of the definitions");
    if (definitions && (definitions->kind != JsonKind::string || definitions->text != definitions_version)) grammar_.wrong(*definitions, in_quotes(definitions_version));
    if (const auto* node = grammar_.required(root, "protocol", "the name of a protocol")) state_.protocol = grammar_.text(*node);
    state_.as_of = required_day(root, "as_of");
    if (!root.member("known_on")) grammar_.lacking(root, "known_on", "a day or null");
    if (const auto* node = root.given("known_on")) state_.known_on = grammar_.day(*node);
    if (const auto* period = object(root, "period", {"from", "to"})) state_.period = {required_day(*period, "from"), required_day(*period, "to")};
    if (const auto* node = grammar_.required(root, "level", "a number between 0 and 1")) {
        state_.level = grammar_.real(*node, 0, 1).value_or(default_level);
        if (!is_level(state_.level)) grammar_.wrong(*node, "a number between 0 and 1, neither of them");
    }
    if (const auto* node = grammar_.required(root, "interval", "an interval of proportions")) {
        const auto method = node->kind == JsonKind::string ? method_from_code(node->text) : std::nullopt;
        if (!method) grammar_.wrong(*node, "wilson, clopper_pearson or jeffreys");
        state_.interval = method.value_or(IntervalMethod::wilson);
    }
}

void StateReader::keys(const JsonNode& root) {
    const auto* list = array(root, "by");
    if (!list) return;
    for (const auto& item : list->items) {
        const auto key = grammar_.code<StratumKey>(item);
        if (!key) continue;
        if (std::find(state_.by.begin(), state_.by.end(), *key) != state_.by.end()) grammar_.wrong(item, "each key once");
        state_.by.push_back(*key);
    }
}

/// The protocol inside the state; its faults are told at their place in the state.
void StateReader::rules(const JsonNode& root) {
    const auto* node = grammar_.required(root, "rules", "a protocol");
    if (!node || !grammar_.is(*node, JsonKind::object, "a protocol as an object")) return;
    try {
        loaded_.rules = std::make_shared<const LoadedProtocol>(parse_protocol(node->text, grammar_.file));
        state_.rules = &loaded_.rules->protocol;
    } catch (const DocumentError& error) {
        for (auto problem : error.problems.first) {
            problem.pointer = node->pointer + problem.pointer;
            problem.line = problem.column = 0;
            grammar_.problems.add(problem);
        }
    }
}

// ---- whose cases ----------------------------------------------------------------------------------------------------

StateSource StateReader::source(const JsonNode& node) {
    grammar_.only(node, {"service", "from", "to", "as_of", "part", "parts"});
    StateSource source;
    if (!node.member("service")) grammar_.lacking(node, "service", "a service or null");
    if (const auto* service = node.given("service")) source.service = grammar_.text(*service);
    const auto same = [&](std::string_view key, Day expected) {
        if (required_day(node, key) != expected && node.member(key)) grammar_.wrong(*node.member(key), iso(expected) + ", as the state says");
    };
    if (known(state_.period.from)) same("from", state_.period.from);
    if (known(state_.period.to)) same("to", state_.period.to);
    if (known(state_.as_of)) same("as_of", state_.as_of);
    source.parts = static_cast<int>(required_count(node, "parts", 1, 1'000'000));
    source.part = static_cast<int>(required_count(node, "part", 1, source.parts));
    return source;
}

void StateReader::check_source(const JsonNode& node, const StateSource& source) {
    const auto& in = state_.sources;
    if (const auto conflict = maintien::detail::conflict_of_source(in, source)) grammar_.fault(node.pointer, conflict->found, conflict->expected);
    else if (!in.empty() && source < in.back()) grammar_.wrong(node, "sources in the order of their services and parts");
}

void StateReader::sources(const JsonNode& root) {
    const auto* list = array(root, "sources");
    if (!list) return;
    int parts_in = 0;
    for (const auto& item : list->items) {
        if (!grammar_.is(item, JsonKind::object, "a source as an object")) continue;
        const auto read = source(item);
        check_source(item, read);
        parts_in = state_.sources.empty() || state_.sources.back().service != read.service ? 1 : parts_in + 1;
        if (read.parts > 1 && parts_in == read.parts) grammar_.wrong(item, "part 1 of 1 in place of a complete set of parts");
        state_.sources.push_back(read);
    }
    state_.linked = !from_several_services(state_);
}

void StateReader::input(const JsonNode& root) {
    const auto* node = object(root, "input", {"cases", "events", "rejected", "objected", "deviations"});
    if (!node) return;
    auto& input = state_.input;
    input.cases = required_count(*node, "cases");
    input.events = required_count(*node, "events");
    input.rejected = required_count(*node, "rejected");
    input.objected = required_count(*node, "objected");
    input.without_referral = required_count(root, "without_referral");
    std::vector<std::string_view> severities;
    for (const auto& term : terms_of<Severity>) severities.push_back(term.code);
    if (const auto* deviations = object(*node, "deviations", severities))
        for (const auto& term : terms_of<Severity>) input.deviations[index_of(term.value)] = required_count(*deviations, term.code);
}

LoadedState StateReader::read(std::string_view json) {
    const auto root = grammar_.document(json);
    grammar_.only(root, {"format", "definitions", "protocol", "as_of", "known_on", "period", "level", "interval", "by", "rules", "sources", "input", "without_referral", "whole", "strata"});
    question(root);
    keys(root);
    rules(root);
    sources(root);
    input(root);
    strata(root);
    if (grammar_.problems.empty()) check_numbers(root);
    if (!grammar_.problems.empty()) throw DocumentError(std::move(grammar_.problems));
    return std::move(loaded_);
}

}  // namespace detail

LoadedState parse_state(std::string_view json, const std::string& name) { return detail::StateReader(name).read(json); }

LoadedState read_state(const Source& source) { return parse_state(read_whole(source), source.name); }

void merge_loaded(LoadedState& into, const LoadedState& added, const std::string& into_name, const std::string& added_name) {
    const auto refused = [&](std::string_view what, std::string found, const std::string& expected) {
        throw DocumentError(Problem{added_name, 0, 0, "/" + std::string(what), std::move(found), expected});
    };
    if (const auto conflict = conflict_between(into.state, added.state)) refused(conflict->what, conflict->found, conflict->expected + " (in " + into_name + ")");
    merge(into.state, added.state);
    if (!fits(into.state)) refused("whole", "numbers whose sums with those of " + into_name + " are too large", "sums up to " + std::to_string(greatest_state_count));
}

}  // namespace maintien::io
