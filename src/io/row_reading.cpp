// Reading the rows of a protocol: transitions, time limits and targets.
#include "io/row_reading.hpp"

#include <array>

#include "io/condition_reading.hpp"
#include "io/guard_reading.hpp"
#include "io/protocol_words.hpp"
#include "maintien/indicators/catalogue.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::io {

namespace {

StageSet stages_of(JsonGrammar& grammar, const JsonNode& node) {
    StageSet set;
    if (!grammar.is(node, JsonKind::array, "an array of stages, null for none yet")) return set;
    for (const auto& item : node.items) {
        StageSet one{{}, item.kind == JsonKind::null};
        if (!one.none)
            if (const auto stage = grammar.code<Stage>(item)) one.stages = {*stage};
        if ((one.none && set.none) || (one.stages.bits & set.stages.bits) != 0) grammar.wrong(item, "each stage once");
        set = {set.stages | one.stages, set.none || one.none};
    }
    return set;
}

Move move_of(JsonGrammar& grammar, const JsonNode& node) {
    if (node.kind == JsonKind::string && node.text == "same") return same_stage;
    if (node.kind == JsonKind::string && node.text == "before") return stage_before;
    if (node.kind == JsonKind::string)
        if (const auto stage = from_code<Stage>(node.text)) return to(*stage);
    std::vector<std::string_view> spellings{"same", "before"};
    for (const auto& term : terms_of<Stage>) spellings.push_back(term.code);
    grammar.none_of(node, "a stage, same or before", spellings);
    return {};
}

/// Whether a target can be held against a figure: a number, or a share of some.
bool is_comparable(FigureKind kind) {
    return kind == FigureKind::count || kind == FigureKind::counted_flow || kind == FigureKind::share || kind == FigureKind::share_so_far;
}

/// Whether a report has a figure of that name, so that a target can be held against it.
bool is_figure(std::string_view indicator, std::string_view variant) {
    const auto rows = catalogue_of(common_core);
    return std::any_of(rows.begin(), rows.end(), [&](const RowRule& row) { return row.indicator == indicator && row.variant == variant && row.category.empty() && is_comparable(row.kind); });
}

}  // namespace

Transition read_transition(RuleGrammar& grammar, const JsonNode& item) {
    grammar.only(item, {"id", "event", "when", "from", "to", "guards", "source", "remove"});
    Transition row;
    std::optional<Event> event;
    if (const auto* node = grammar.required(item, "event", "a code of event")) event = grammar.code<Event>(*node);
    row.event = event.value_or(Event::referral);
    row.when = read_condition(grammar, item.given("when"), event);
    if (const auto* node = grammar.required(item, "from", "an array of stages")) row.from = stages_of(grammar, *node);
    if (const auto* node = grammar.required(item, "to", "a stage, same or before")) row.move = move_of(grammar, *node);
    if (const auto* list = item.given("guards"); list && grammar.is(*list, JsonKind::array, "an array of guards"))
        for (const auto& one : list->items) {
            const auto guard = read_guard(grammar, one, event);
            if (row.guards.size() == row.guards.rows.size()) {
                grammar.wrong(one, "at most " + std::to_string(row.guards.rows.size()) + " guards");
                break;
            }
            row.guards.push_back(guard);
        }
    row.source = grammar.source(item);
    return row;
}

TimeLimit read_time_limit(RuleGrammar& grammar, const JsonNode& item) {
    constexpr std::array units{LimitUnit::days, LimitUnit::months, LimitUnit::working_days};
    grammar.only(item, {"id", "from", "to", "days", "months", "working_days", "holds", "who", "source", "title", "remove"});
    TimeLimit limit;
    if (const auto* node = grammar.required(item, "from", "a milestone")) limit.from = grammar.code<Milestone>(*node).value_or(limit.from);
    if (const auto* node = grammar.required(item, "to", "a milestone")) limit.to = grammar.code<Milestone>(*node).value_or(limit.to);
    int said = 0;
    for (const auto unit : units)
        if (const auto* node = item.given(detail::key_of(unit))) {
            ++said;
            limit.unit = unit;
            limit.length = grammar.number(*node, 0, 9999).value_or(0);
        }
    if (said != 1) grammar.wrong(item, "exactly one of days, months and working_days");
    if (const auto* node = grammar.required(item, "holds", "true or false")) limit.holds = grammar.truth(*node).value_or(false);
    if (const auto* node = grammar.required(item, "who", "a code of actor")) limit.who = grammar.code<Actor>(*node).value_or(limit.who);
    limit.source = grammar.source(item);
    limit.title = grammar.title(item);
    return limit;
}

Target read_target(RuleGrammar& grammar, const JsonNode& item) {
    grammar.only(item, {"id", "indicator", "variant", "per", "value", "remove"});
    Target target;
    const auto* indicator = grammar.required(item, "indicator", "an indicator");
    target.indicator = grammar.kept(indicator);
    if (const auto* node = item.given("variant")) target.variant = grammar.kept(node);
    if (!target.indicator.empty() && !is_figure(target.indicator, target.variant)) grammar.wrong(*indicator, "an indicator and variant of the report");
    if (const auto* node = item.given("per")) {
        target.per_year = node->kind == JsonKind::string && node->text == "year";
        if (!target.per_year) grammar.wrong(*node, "\"year\" or null");
    }
    if (const auto* node = grammar.required(item, "value", "a number")) target.value = grammar.real(*node, 0, 1e9).value_or(0);
    return target;
}

}  // namespace maintien::io
