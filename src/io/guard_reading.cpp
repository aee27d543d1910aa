// Reading what must hold for an event, and what is expected of one.
#include "io/guard_reading.hpp"

#include <array>
#include <utility>

#include "io/condition_reading.hpp"

namespace maintien::io {

namespace {

constexpr auto guard_kinds = std::to_array<std::pair<std::string_view, GuardKind>>({
    {"consent", GuardKind::consent}, {"consent_by_recipient", GuardKind::consent_by_recipient}, {"after", GuardKind::after},
    {"not_after", GuardKind::not_after}, {"before", GuardKind::not_after}, {"age_at_least", GuardKind::age_at_least},
    {"origin_in", GuardKind::origin_in}, {"on_sick_leave", GuardKind::on_sick_leave}, {"anchored", GuardKind::anchored}});

/// The one kind of guard an object says, or nothing.
std::optional<GuardKind> kind_of(JsonGrammar& grammar, const JsonNode& item, std::string_view& key) {
    std::optional<GuardKind> kind;
    for (const auto& [spelling, candidate] : guard_kinds) {
        if (!item.given(spelling)) continue;
        if (kind) grammar.wrong(*item.member(spelling), "one kind of guard, and " + in_quotes(key) + " stands there already");
        else kind = candidate, key = spelling;
    }
    return kind;
}

/// A guard without choices says `true`.
void must_hold(JsonGrammar& grammar, const JsonNode& node) {
    if (node.kind != JsonKind::truth || node.text != "true") grammar.wrong(node, "true");
}

Guard guard_of(JsonGrammar& grammar, const JsonNode& item, GuardKind kind, std::string_view key) {
    Guard guard{.kind = kind};
    const auto& node = *item.member(key);
    switch (kind) {
        case GuardKind::consent:
            guard.scope = grammar.code<ConsentScope>(node).value_or(ConsentScope::referral);
            if (const auto* party = item.given("party")) guard.party = grammar.code<Actor>(*party).value_or(Actor::worker);
            if (const auto* by = item.given("implied_by")) guard.implied_by = grammar.code<Actor>(*by);
            break;
        case GuardKind::after:
        case GuardKind::not_after: guard.milestone = grammar.code<Milestone>(node).value_or(Milestone::referral); break;
        case GuardKind::age_at_least: guard.age = grammar.number(node, 1, 120).value_or(1); break;
        case GuardKind::origin_in:
            guard.origins = grammar.codes<Origin>(node);
            if (node.kind == JsonKind::array && node.items.empty()) grammar.wrong(node, "at least one code of origin");
            break;
        default: must_hold(grammar, node); break;
    }
    return guard;
}

/// Reads what an expected rule looks for when it is none of the guards.
bool own_expectation(JsonGrammar& grammar, const JsonNode& item, ExpectedRule& rule) {
    const auto* beside = item.given("same_day");
    const auto* measure = item.given("after_measure");
    const auto* says = item.given("says");
    const int said = (beside ? 1 : 0) + (measure ? 1 : 0) + (says ? 1 : 0);
    if (said > 1) grammar.wrong(item, "one of same_day, after_measure and says");
    if (beside) rule.kind = ExpectedKind::same_day, rule.beside = grammar.code<Event>(*beside).value_or(Event::action_plan);
    if (measure) rule.kind = ExpectedKind::after_measure, rule.measure = grammar.code<Measure>(*measure).value_or(Measure::other_measure);
    if (says) rule.kind = ExpectedKind::says, rule.said = read_condition(grammar, says, rule.event);
    return said > 0;
}

}  // namespace

Guard read_guard(JsonGrammar& grammar, const JsonNode& item, std::optional<Event> event) {
    if (!grammar.is(item, JsonKind::object, "a guard as an object")) return {};
    std::string_view key;
    const auto kind = kind_of(grammar, item, key);
    if (!kind) {
        grammar.wrong(item, "a guard: consent, consent_by_recipient, after, not_after, age_at_least, origin_in, on_sick_leave or anchored");
        return {};
    }
    std::vector<std::string_view> allowed{"when"};
    for (const auto& [spelling, unused] : guard_kinds) allowed.push_back(spelling);
    if (*kind == GuardKind::consent) allowed.insert(allowed.end(), {"party", "implied_by"});
    grammar.only(item, allowed);
    Guard read = guard_of(grammar, item, *kind, key);
    read.when = read_condition(grammar, item.given("when"), event);
    return read;
}

ExpectedRule read_expected(RuleGrammar& grammar, const JsonNode& item) {
    std::vector<std::string_view> allowed{"id", "event", "when", "party", "implied_by", "same_day", "after_measure", "says", "source", "remove"};
    for (const auto& [spelling, unused] : guard_kinds) allowed.push_back(spelling);
    grammar.only(item, allowed);
    ExpectedRule rule;
    if (const auto* node = grammar.required(item, "event", "a code of event"))
        if (const auto event = grammar.code<Event>(*node)) {
            rule.event = *event;
            rule.when = read_condition(grammar, item.given("when"), event);
        }
    std::string_view key;
    const auto kind = kind_of(grammar, item, key);
    const bool own = own_expectation(grammar, item, rule);
    if (kind && own) grammar.wrong(item, "either a guard or one of same_day, after_measure and says");
    if (!kind && !own) grammar.wrong(item, "what is expected: a guard, same_day, after_measure or says");
    if (kind && !own) rule.guard = guard_of(grammar, item, *kind, key);
    if (kind != GuardKind::consent)
        for (const auto name : {"party", "implied_by"})
            if (const auto* node = item.given(name)) grammar.wrong(*node, "nothing, for there is no consent");
    rule.source = grammar.source(item);
    return rule;
}

}  // namespace maintien::io
