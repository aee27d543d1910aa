// Reading `maintien-protocol/1`: a whole rule book, or what one changes in its base.
#include <array>
#include <utility>

#include "io/json_grammar.hpp"
#include "io/protocol_words.hpp"
#include "maintien/indicators/catalogue.hpp"
#include "maintien/io/protocol_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/pathway/judge.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::io {

namespace {

using Keys = std::vector<std::string_view>;

constexpr std::string_view a_text = "a text", a_source = "where the rule comes from, as a text";

/// Reads a protocol, noting every fault.
class ProtocolReader {
public:
    explicit ProtocolReader(const std::string& name) : grammar_{name, "maintien-protocol/1"} {}

    LoadedProtocol read(std::string_view json);

private:
    std::string_view kept(const JsonNode* node);
    Text texts(const JsonNode* node);
    void begin(const JsonNode& root);
    void head(const JsonNode& root);
    void name_of(const JsonNode& root);
    void relaxations(const JsonNode* list);
    void check_stages(const JsonNode* list);
    void check_ids(const JsonNode& root);
    template <class Row, std::size_t Capacity, class Read>
    void rows(const JsonNode* list, FixedList<Row, Capacity>& into, Read read);
    template <class Row, std::size_t Capacity>
    void put(const JsonNode& item, FixedList<Row, Capacity>& into, const Row& row);
    Transition transition(const JsonNode& item);
    StageSet stages(const JsonNode& node);
    Move move(const JsonNode& node);
    Condition condition(const JsonNode* node, std::optional<Event> event);
    void clause(Condition& into, std::string_view attribute, const JsonNode& node, std::optional<Event> event);
    std::uint64_t clause_codes(Attribute attribute, const JsonNode& node);
    std::optional<GuardKind> kind_of(const JsonNode& item, std::string_view& key);
    Guard guard(const JsonNode& item, GuardKind kind, std::string_view key);
    Guard row_guard(const JsonNode& item, std::optional<Event> event);
    void must_hold(const JsonNode& node);
    ExpectedRule expected(const JsonNode& item);
    bool own_expectation(const JsonNode& item, ExpectedRule& rule);
    TimeLimit time_limit(const JsonNode& item);
    Target target(const JsonNode& item);
    void follow_up(const JsonNode* node);
    template <std::size_t Capacity>
    void ascending(const JsonNode& node, int most, FixedList<int, Capacity>& into);
    void outcomes(const JsonNode* node);
    void profile(const JsonNode* node);
    void whole(const JsonNode& root);

    JsonGrammar grammar_;
    LoadedProtocol loaded_;
    Protocol& protocol_ = loaded_.protocol;
    bool has_base_ = false, base_known_ = false;
};

/// A text that the protocol may point to.
std::string_view ProtocolReader::kept(const JsonNode* node) {
    return node ? loaded_.texts.text_of(loaded_.texts.index_of(grammar_.text(*node))) : std::string_view{};
}

Text ProtocolReader::texts(const JsonNode* node) {
    if (!node || !grammar_.is(*node, JsonKind::object, "an object with fr and en")) return {};
    grammar_.only(*node, {"fr", "en"});
    return {kept(grammar_.required(*node, "fr", "a text in French")), kept(grammar_.required(*node, "en", "a text in English"))};
}

// ---- which protocol it is -----------------------------------------------------------------------------------------

/// Begins as the base does, when there is one.
void ProtocolReader::begin(const JsonNode& root) {
    const auto* node = grammar_.given(root, "base");
    if (!node) return;
    has_base_ = true;
    const auto* base = node->kind == JsonKind::string ? built_in_protocol(node->text) : nullptr;
    if (!base) return grammar_.wrong(*node, "a built-in protocol, or none");
    base_known_ = true;
    protocol_ = *base;
    protocol_.base = kept(node);
    protocol_.valid_until = no_day;
    protocol_.relaxes = {};
}

void ProtocolReader::name_of(const JsonNode& root) {
    const auto* node = grammar_.required(root, "name", "a name");
    protocol_.name = kept(node);
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!protocol_.name.empty() && !std::all_of(protocol_.name.begin(), protocol_.name.end(), good)) grammar_.wrong(*node, "a name of a-z, 0-9 and _");
}

void ProtocolReader::head(const JsonNode& root) {
    name_of(root);
    if (const auto* node = grammar_.required(root, "version", "a whole number")) protocol_.version = grammar_.number(*node, 1, 9999).value_or(1);
    protocol_.title = texts(grammar_.required(root, "title", "an object with fr and en"));
    if (const auto* node = grammar_.required(root, "valid_from", "a day")) protocol_.valid_from = grammar_.day(*node);
    if (const auto* node = grammar_.given(root, "valid_until")) {
        protocol_.valid_until = grammar_.day(*node);
        if (known(protocol_.valid_until) && protocol_.valid_until < protocol_.valid_from) grammar_.wrong(*node, "a day not before valid_from");
    }
    relaxations(grammar_.given(root, "relaxes"));
}

void ProtocolReader::relaxations(const JsonNode* list) {
    if (!list || !grammar_.is(*list, JsonKind::array, "an array")) return;
    for (const auto& item : list->items) {
        if (!grammar_.is(item, JsonKind::object, "an object with rule and reason")) continue;
        grammar_.only(item, {"rule", "reason"});
        const Relaxation relaxation{kept(grammar_.required(item, "rule", "the rule of the base")), kept(grammar_.required(item, "reason", "the reason"))};
        if (protocol_.relaxes.size() == protocol_.relaxes.rows.size()) return grammar_.wrong(item, "at most " + std::to_string(protocol_.relaxes.rows.size()));
        protocol_.relaxes.push_back(relaxation);
    }
}

// ---- rows -----------------------------------------------------------------------------------------------------------

/// Takes the place of the row with the same id, or comes after all others.
template <class Row, std::size_t Capacity>
void ProtocolReader::put(const JsonNode& item, FixedList<Row, Capacity>& into, const Row& row) {
    for (auto& old : into)
        if (old.id == row.id) {
            old = row;
            return;
        }
    if (into.size() == Capacity) return grammar_.wrong(item, "at most " + std::to_string(Capacity) + " rows");
    into.push_back(row);
}

template <class Row, std::size_t Capacity, class Read>
void ProtocolReader::rows(const JsonNode* list, FixedList<Row, Capacity>& into, Read read) {
    if (!list || !grammar_.is(*list, JsonKind::array, "an array of rows")) return;
    std::vector<std::string_view> seen;
    for (const auto& item : list->items) {
        if (!grammar_.is(item, JsonKind::object, "a row as an object")) continue;
        const auto* id_node = grammar_.required(item, "id", "the name of the rule");
        const auto id = kept(id_node);
        if (id.empty()) continue;
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) grammar_.wrong(*id_node, "each id once");
        seen.push_back(id);
        const auto* remove = grammar_.given(item, "remove");
        if (!remove || grammar_.truth(*remove) == false) {
            Row row = read(item);
            row.id = id;
            put(item, into, row);
            continue;
        }
        grammar_.only(item, {"id", "remove"});
        const auto at = std::find_if(into.begin(), into.end(), [&](const Row& row) { return row.id == id; });
        if (at != into.end()) into.erase(static_cast<std::size_t>(at - into.begin()));
        else if (base_known_ || !has_base_) grammar_.wrong(*id_node, "the id of a row of the base");
    }
}

StageSet ProtocolReader::stages(const JsonNode& node) {
    StageSet set;
    if (!grammar_.is(node, JsonKind::array, "an array of stages, null for none yet")) return set;
    for (const auto& item : node.items) {
        StageSet one{{}, item.kind == JsonKind::null};
        if (!one.none)
            if (const auto stage = grammar_.code<Stage>(item)) one.stages = {*stage};
        if ((one.none && set.none) || (one.stages.bits & set.stages.bits) != 0) grammar_.wrong(item, "each stage once");
        set = {set.stages | one.stages, set.none || one.none};
    }
    return set;
}

Move ProtocolReader::move(const JsonNode& node) {
    if (node.kind == JsonKind::string && node.text == "same") return same_stage;
    if (node.kind == JsonKind::string && node.text == "before") return stage_before;
    if (node.kind == JsonKind::string)
        if (const auto stage = from_code<Stage>(node.text)) return to(*stage);
    Keys spellings{"same", "before"};
    for (const auto& term : terms_of<Stage>) spellings.push_back(term.code);
    grammar_.none_of(node, "a stage, same or before", spellings);
    return {};
}

std::uint64_t ProtocolReader::clause_codes(Attribute attribute, const JsonNode& node) {
    std::uint64_t codes = 0;
    const auto& shape = shape_of(attribute);
    if (!grammar_.is(node, JsonKind::array, "an array of codes")) return codes;
    if (node.items.empty()) grammar_.wrong(node, "at least one code");
    for (const auto& item : node.items) {
        int place = -1;
        if (shape.kind == ValueKind::boolean) {
            if (const auto value = grammar_.truth(item)) place = *value ? 1 : 0;
        } else if (item.kind == JsonKind::string && code_position(attribute, item.text) >= 0) {
            place = code_position(attribute, item.text);
        } else {
            grammar_.wrong(item, expected_code(attribute, item.text));
        }
        if (place >= 0 && (codes >> place & 1) != 0) grammar_.wrong(item, "each code once");
        if (place >= 0) codes |= std::uint64_t{1} << place;
    }
    return codes;
}

void ProtocolReader::clause(Condition& into, std::string_view name, const JsonNode& node, std::optional<Event> event) {
    const auto attribute = from_code<Attribute>(name);
    Keys looked_at;
    for (const auto& term : terms_of<Attribute>)
        if (event && rules_look_at(*event, term.value)) looked_at.push_back(term.code);
    if (!attribute || (event && !rules_look_at(*event, *attribute))) {
        std::string all;
        for (const auto one : looked_at) all.append(all.empty() ? "" : ", ").append(one);
        grammar_.problems.add({grammar_.file, 0, 0, node.pointer, in_quotes(name), "an attribute that rules look at" + (all.empty() ? "" : ": " + all)});
        return;
    }
    const auto codes = clause_codes(*attribute, node);
    if (into.size() == into.rows.size()) return grammar_.wrong(node, "at most " + std::to_string(into.rows.size()) + " attributes");
    into.push_back({*attribute, codes});
}

Condition ProtocolReader::condition(const JsonNode* node, std::optional<Event> event) {
    Condition condition;
    if (!node || !grammar_.is(*node, JsonKind::object, "an object of attributes and their codes")) return condition;
    for (const auto& [name, member] : node->members) clause(condition, name, member, event);
    return condition;
}

Transition ProtocolReader::transition(const JsonNode& item) {
    grammar_.only(item, {"id", "event", "when", "from", "to", "guards", "source", "remove"});
    Transition row;
    std::optional<Event> event;
    if (const auto* node = grammar_.required(item, "event", "a code of event")) event = grammar_.code<Event>(*node);
    row.event = event.value_or(Event::referral);
    row.when = condition(grammar_.given(item, "when"), event);
    if (const auto* node = grammar_.required(item, "from", "an array of stages")) row.from = stages(*node);
    if (const auto* node = grammar_.required(item, "to", "a stage, same or before")) row.move = move(*node);
    if (const auto* list = grammar_.given(item, "guards"); list && grammar_.is(*list, JsonKind::array, "an array of guards"))
        for (const auto& one : list->items) {
            const auto guard = row_guard(one, event);
            if (row.guards.size() == row.guards.rows.size()) {
                grammar_.wrong(one, "at most " + std::to_string(row.guards.rows.size()) + " guards");
                break;
            }
            row.guards.push_back(guard);
        }
    row.source = kept(grammar_.required(item, "source", a_source));
    return row;
}

// ---- guards and expected rules --------------------------------------------------------------------------------------

constexpr auto guard_kinds = std::to_array<std::pair<std::string_view, GuardKind>>({
    {"consent", GuardKind::consent}, {"consent_by_recipient", GuardKind::consent_by_recipient}, {"after", GuardKind::after},
    {"not_after", GuardKind::not_after}, {"before", GuardKind::not_after}, {"age_at_least", GuardKind::age_at_least},
    {"origin_in", GuardKind::origin_in}, {"on_sick_leave", GuardKind::on_sick_leave}, {"anchored", GuardKind::anchored}});

/// The one kind of guard an object says, or nothing.
std::optional<GuardKind> ProtocolReader::kind_of(const JsonNode& item, std::string_view& key) {
    std::optional<GuardKind> kind;
    for (const auto& [spelling, candidate] : guard_kinds) {
        if (!grammar_.given(item, spelling)) continue;
        if (kind) grammar_.wrong(*item.member(spelling), "one kind of guard, and " + in_quotes(key) + " stands there already");
        else kind = candidate, key = spelling;
    }
    return kind;
}

/// A guard without choices says `true`.
void ProtocolReader::must_hold(const JsonNode& node) {
    if (node.kind != JsonKind::truth || node.text != "true") grammar_.wrong(node, "true");
}

Guard ProtocolReader::guard(const JsonNode& item, GuardKind kind, std::string_view key) {
    Guard guard{.kind = kind};
    const auto& node = *item.member(key);
    switch (kind) {
        case GuardKind::consent:
            guard.scope = grammar_.code<ConsentScope>(node).value_or(ConsentScope::referral);
            if (const auto* party = grammar_.given(item, "party")) guard.party = grammar_.code<Actor>(*party).value_or(Actor::worker);
            if (const auto* by = grammar_.given(item, "implied_by")) guard.implied_by = grammar_.code<Actor>(*by);
            break;
        case GuardKind::after:
        case GuardKind::not_after: guard.milestone = grammar_.code<Milestone>(node).value_or(Milestone::referral); break;
        case GuardKind::age_at_least: guard.age = grammar_.number(node, 1, 120).value_or(1); break;
        case GuardKind::origin_in: guard.origins = grammar_.codes<Origin>(node); break;
        default: must_hold(node); break;
    }
    return guard;
}

Guard ProtocolReader::row_guard(const JsonNode& item, std::optional<Event> event) {
    if (!grammar_.is(item, JsonKind::object, "a guard as an object")) return {};
    std::string_view key;
    const auto kind = kind_of(item, key);
    if (!kind) {
        grammar_.wrong(item, "a guard: consent, consent_by_recipient, after, not_after, age_at_least, origin_in, on_sick_leave or anchored");
        return {};
    }
    Keys allowed{"when"};
    for (const auto& [spelling, unused] : guard_kinds) allowed.push_back(spelling);
    if (*kind == GuardKind::consent) allowed.insert(allowed.end(), {"party", "implied_by"});
    grammar_.only(item, allowed);
    Guard read = guard(item, *kind, key);
    read.when = condition(grammar_.given(item, "when"), event);
    return read;
}

/// Reads what an expected rule looks for when it is none of the guards.
bool ProtocolReader::own_expectation(const JsonNode& item, ExpectedRule& rule) {
    const auto* beside = grammar_.given(item, "same_day");
    const auto* measure = grammar_.given(item, "after_measure");
    const auto* says = grammar_.given(item, "says");
    const int said = (beside ? 1 : 0) + (measure ? 1 : 0) + (says ? 1 : 0);
    if (said > 1) grammar_.wrong(item, "one of same_day, after_measure and says");
    if (beside) rule.kind = ExpectedKind::same_day, rule.beside = grammar_.code<Event>(*beside).value_or(Event::action_plan);
    if (measure) rule.kind = ExpectedKind::after_measure, rule.measure = grammar_.code<Measure>(*measure).value_or(Measure::other_measure);
    if (says) rule.kind = ExpectedKind::says, rule.said = condition(says, rule.event);
    return said > 0;
}

ExpectedRule ProtocolReader::expected(const JsonNode& item) {
    Keys allowed{"id", "event", "when", "party", "implied_by", "same_day", "after_measure", "says", "source", "remove"};
    for (const auto& [spelling, unused] : guard_kinds) allowed.push_back(spelling);
    grammar_.only(item, allowed);
    ExpectedRule rule;
    if (const auto* node = grammar_.required(item, "event", "a code of event"))
        if (const auto event = grammar_.code<Event>(*node)) {
            rule.event = *event;
            rule.when = condition(grammar_.given(item, "when"), event);
        }
    std::string_view key;
    const auto kind = kind_of(item, key);
    const bool own = own_expectation(item, rule);
    if (kind && own) grammar_.wrong(item, "either a guard or one of same_day, after_measure and says");
    if (!kind && !own) grammar_.wrong(item, "what is expected: a guard, same_day, after_measure or says");
    if (kind && !own) rule.guard = guard(item, *kind, key);
    if (kind != GuardKind::consent)
        for (const auto name : {"party", "implied_by"})
            if (const auto* node = grammar_.given(item, name)) grammar_.wrong(*node, "nothing, for there is no consent");
    rule.source = kept(grammar_.required(item, "source", a_source));
    return rule;
}

// ---- time limits, follow-up, figures --------------------------------------------------------------------------------

TimeLimit ProtocolReader::time_limit(const JsonNode& item) {
    constexpr std::array units{LimitUnit::days, LimitUnit::months, LimitUnit::working_days};
    grammar_.only(item, {"id", "from", "to", "days", "months", "working_days", "holds", "who", "source", "title", "remove"});
    TimeLimit limit;
    if (const auto* node = grammar_.required(item, "from", "a milestone")) limit.from = grammar_.code<Milestone>(*node).value_or(limit.from);
    if (const auto* node = grammar_.required(item, "to", "a milestone")) limit.to = grammar_.code<Milestone>(*node).value_or(limit.to);
    int said = 0;
    for (const auto unit : units)
        if (const auto* node = grammar_.given(item, detail::key_of(unit))) {
            ++said;
            limit.unit = unit;
            limit.length = grammar_.number(*node, 0, 9999).value_or(0);
        }
    if (said != 1) grammar_.wrong(item, "exactly one of days, months and working_days");
    if (const auto* node = grammar_.required(item, "holds", "true or false")) limit.holds = grammar_.truth(*node).value_or(false);
    if (const auto* node = grammar_.required(item, "who", "a code of actor")) limit.who = grammar_.code<Actor>(*node).value_or(limit.who);
    limit.source = kept(grammar_.required(item, "source", a_source));
    limit.title = texts(grammar_.required(item, "title", "an object with fr and en"));
    return limit;
}

/// Whether a report has a figure of that name, so that a target can be held against it.
bool is_figure(std::string_view indicator, std::string_view variant) {
    const auto rows = catalogue_of(common_core);
    return std::any_of(rows.begin(), rows.end(), [&](const RowRule& row) { return row.indicator == indicator && row.variant == variant && row.category.empty(); });
}

Target ProtocolReader::target(const JsonNode& item) {
    grammar_.only(item, {"id", "indicator", "variant", "per", "value", "remove"});
    Target target;
    const auto* indicator = grammar_.required(item, "indicator", "an indicator");
    target.indicator = kept(indicator);
    if (const auto* node = grammar_.given(item, "variant")) target.variant = kept(node);
    if (!target.indicator.empty() && !is_figure(target.indicator, target.variant)) grammar_.wrong(*indicator, "an indicator and variant of the report");
    if (const auto* node = grammar_.given(item, "per")) {
        target.per_year = node->kind == JsonKind::string && node->text == "year";
        if (!target.per_year) grammar_.wrong(*node, "\"year\" or null");
    }
    if (const auto* node = grammar_.required(item, "value", "a number")) target.value = grammar_.real(*node, 0, 1e9).value_or(0);
    return target;
}

/// A list of numbers, each greater than the one before.
template <std::size_t Capacity>
void ProtocolReader::ascending(const JsonNode& node, int most, FixedList<int, Capacity>& into) {
    into = {};
    if (!grammar_.is(node, JsonKind::array, "an array of numbers")) return;
    for (const auto& item : node.items) {
        const auto number = grammar_.number(item, 1, most);
        if (!number) continue;
        if (!into.empty() && *number <= into[into.size() - 1]) grammar_.wrong(item, "a number greater than the one before");
        else if (into.size() == Capacity) return grammar_.wrong(item, "at most " + std::to_string(Capacity) + " numbers");
        else into.push_back(*number);
    }
}

void ProtocolReader::follow_up(const JsonNode* node) {
    if (!node || !grammar_.is(*node, JsonKind::object, "an object")) return;
    grammar_.only(*node, {"horizons", "opens_before_days", "closes_after_days", "except"});
    auto& schedule = protocol_.follow_up;
    if (const auto* horizons = has_base_ ? grammar_.given(*node, "horizons") : grammar_.required(*node, "horizons", "an array of months"))
        ascending(*horizons, shape_of(Attribute::horizon).most, schedule.horizons);
    if (const auto* days = grammar_.given(*node, "opens_before_days")) schedule.opens_before_days = grammar_.number(*days, 0, 9999).value_or(0);
    if (const auto* days = grammar_.given(*node, "closes_after_days")) schedule.closes_after_days = grammar_.number(*days, 0, 9999).value_or(0);
    if (const auto* except = grammar_.given(*node, "except")) schedule.except = grammar_.codes<Outcome>(*except);
}

void ProtocolReader::outcomes(const JsonNode* node) {
    if (!node || !grammar_.is(*node, JsonKind::object, "an object of outcomes and their readings")) return;
    Keys codes;
    for (const auto& term : terms_of<Outcome>) codes.push_back(term.code);
    grammar_.only(*node, codes);
    for (const auto& [code, member] : node->members) {
        const auto outcome = from_code<Outcome>(code);
        if (!outcome || !grammar_.is(member, JsonKind::object, "an object with family and polarity")) continue;
        grammar_.only(member, {"family", "polarity"});
        OutcomeReading reading;
        if (const auto* family = grammar_.given(member, "family")) reading.family = grammar_.code<Family>(*family);
        if (const auto* polarity = grammar_.required(member, "polarity", "a code of polarity"))
            reading.polarity = grammar_.code<Polarity>(*polarity).value_or(Polarity::neutral);
        protocol_.outcomes[index_of(*outcome)] = reading;
    }
}

void ProtocolReader::profile(const JsonNode* node) {
    if (!node || !grammar_.is(*node, JsonKind::object, "an object")) return;
    grammar_.only(*node, {"refusal_is_entry", "refusal_is_exit", "decimals"});
    auto& profile = protocol_.profile;
    if (const auto* said = grammar_.given(*node, "refusal_is_entry")) profile.refusal_is_entry = grammar_.truth(*said).value_or(false);
    if (const auto* said = grammar_.given(*node, "refusal_is_exit")) profile.refusal_is_exit = grammar_.truth(*said).value_or(false);
    if (const auto* said = grammar_.given(*node, "decimals")) profile.decimals = grammar_.number(*said, 0, 4).value_or(2);
}

// ---- the whole ------------------------------------------------------------------------------------------------------

/// The stages a document lists are those its rows name: a forgotten row or a stage too many shows here.
void ProtocolReader::check_stages(const JsonNode* list) {
    if (!list || has_base_ != base_known_) return;
    const auto listed = grammar_.codes<Stage>(*list), named = stages_of(protocol_);
    for (const auto& item : list->items)  // none when it is no array
        if (const auto stage = item.kind == JsonKind::string ? from_code<Stage>(item.text) : std::nullopt; stage && !named.contains(*stage))
            grammar_.wrong(item, "a stage that a row starts from or leads to");
    for (const auto& term : terms_of<Stage>)
        if (named.contains(term.value) && !listed.contains(term.value)) grammar_.wrong(*list, in_quotes(term.code) + " too, which a row names");
}

/// A rule is listed by its id: no two may share one.
void ProtocolReader::check_ids(const JsonNode& root) {
    Keys seen;
    const auto note = [&](std::string_view id) {
        if (std::find(seen.begin(), seen.end(), id) != seen.end())
            grammar_.problems.add({grammar_.file, 0, 0, root.pointer, in_quotes(id) + " for two rules", "an id for each rule"});
        seen.push_back(id);
    };
    for (const auto& row : protocol_.transitions) note(row.id);
    for (const auto& rule : protocol_.expected) note(rule.id);
    for (const auto& limit : protocol_.time_limits) note(limit.id);
}

/// What a document without a base must hold.
void ProtocolReader::whole(const JsonNode& root) {
    if (has_base_) return;
    grammar_.required(root, "team", "an array of actors");
    grammar_.required(root, "transitions", "an array of rows");
    grammar_.required(root, "follow_up", "an object");
    grammar_.required(root, "recommendations", "opt_in or opt_out");
}

LoadedProtocol ProtocolReader::read(std::string_view json) {
    const auto root = grammar_.document(json);
    grammar_.only(root, {"format", "name", "version", "title", "valid_from", "valid_until", "base", "relaxes", "team", "stages", "transitions", "expected",
                         "time_limits", "follow_up", "outcomes", "profile", "targets", "recommendations", "digest_days"});
    begin(root);
    head(root);
    whole(root);
    if (const auto* team = grammar_.given(root, "team")) protocol_.team = grammar_.codes<Actor>(*team);
    rows(grammar_.given(root, "transitions"), protocol_.transitions, [&](const JsonNode& item) { return transition(item); });
    rows(grammar_.given(root, "expected"), protocol_.expected, [&](const JsonNode& item) { return expected(item); });
    rows(grammar_.given(root, "time_limits"), protocol_.time_limits, [&](const JsonNode& item) { return time_limit(item); });
    rows(grammar_.given(root, "targets"), protocol_.targets, [&](const JsonNode& item) { return target(item); });
    follow_up(grammar_.given(root, "follow_up"));
    outcomes(grammar_.given(root, "outcomes"));
    profile(grammar_.given(root, "profile"));
    if (const auto* node = grammar_.given(root, "recommendations")) protocol_.recommendations = grammar_.code<Recommendations>(*node).value_or(Recommendations::opt_out);
    if (const auto* node = grammar_.given(root, "digest_days")) ascending(*node, 31, protocol_.digest_days);
    check_stages(grammar_.given(root, "stages"));
    check_ids(root);
    if (!grammar_.problems.empty()) throw DocumentError(std::move(grammar_.problems));
    protocol_ = indexed(protocol_);
    return std::move(loaded_);
}

}  // namespace

LoadedProtocol parse_protocol(std::string_view json, const std::string& name) { return ProtocolReader(name).read(json); }

LoadedProtocol read_protocol(const Source& source) { return parse_protocol(read_whole(source), source.name); }

}  // namespace maintien::io
