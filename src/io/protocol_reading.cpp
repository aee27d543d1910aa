// Reading `maintien-protocol/1`: a whole rule book, or what one changes in its base.
#include <algorithm>
#include <utility>

#include "io/guard_reading.hpp"
#include "io/row_reading.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/protocol/built_in/all.hpp"

namespace maintien::io {

namespace {

using Keys = std::vector<std::string_view>;

/// Reads a protocol, noting every fault.
class ProtocolReader {
public:
    explicit ProtocolReader(const std::string& name) : grammar_{{name, "maintien-protocol/1"}, &loaded_.texts} {}

    LoadedProtocol read(std::string_view json);

private:
    void begin(const JsonNode& root);
    void head(const JsonNode& root);
    void name_of(const JsonNode& root);
    void relaxations(const JsonNode* list);
    void check_relaxations(const JsonNode* list);
    void check_stages(const JsonNode* list);
    void check_ids(const JsonNode& root);
    template <class Row, std::size_t Capacity, class Read>
    void rows(const JsonNode* list, FixedList<Row, Capacity>& into, Read read);
    template <class Row, std::size_t Capacity>
    void put(const JsonNode& item, FixedList<Row, Capacity>& into, const Row& row);
    void follow_up(const JsonNode* node);
    template <std::size_t Capacity>
    void ascending(const JsonNode& node, int most, FixedList<int, Capacity>& into);
    void outcomes(const JsonNode* node);
    void profile(const JsonNode* node);
    void whole(const JsonNode& root);

    LoadedProtocol loaded_;
    RuleGrammar grammar_;
    Protocol& protocol_ = loaded_.protocol;
    bool has_base_ = false;
    const Protocol* base_ = nullptr;  // nothing, too, when the one named is not known
};

// ---- which protocol it is -----------------------------------------------------------------------------------------

/// Begins as the base does, when there is one.
void ProtocolReader::begin(const JsonNode& root) {
    const auto* node = root.given("base");
    if (!node) return;
    has_base_ = true;
    base_ = node->kind == JsonKind::string ? built_in_protocol(node->text) : nullptr;
    if (!base_) return grammar_.wrong(*node, "a built-in protocol, or none");
    protocol_ = *base_;
    protocol_.base = grammar_.kept(node);
    protocol_.valid_until = no_day;
    protocol_.relaxes = {};
}

void ProtocolReader::name_of(const JsonNode& root) {
    const auto* node = grammar_.required(root, "name", "a name");
    protocol_.name = grammar_.kept(node);
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!protocol_.name.empty() && !std::all_of(protocol_.name.begin(), protocol_.name.end(), good)) grammar_.wrong(*node, "a name of a-z, 0-9 and _");
}

void ProtocolReader::head(const JsonNode& root) {
    name_of(root);
    if (const auto* node = grammar_.required(root, "version", "a whole number")) protocol_.version = grammar_.number(*node, 1, 9999).value_or(1);
    protocol_.title = grammar_.title(root);
    if (const auto* node = grammar_.required(root, "valid_from", "a day")) protocol_.valid_from = grammar_.day(*node);
    if (const auto* node = root.given("valid_until")) {
        protocol_.valid_until = grammar_.day(*node);
        if (known(protocol_.valid_until) && protocol_.valid_until < protocol_.valid_from) grammar_.wrong(*node, "a day not before valid_from");
    }
    relaxations(root.given("relaxes"));
}

void ProtocolReader::relaxations(const JsonNode* list) {
    if (!list || !grammar_.is(*list, JsonKind::array, "an array")) return;
    for (const auto& item : list->items) {
        if (!grammar_.is(item, JsonKind::object, "an object with rule and reason")) continue;
        grammar_.only(item, {"rule", "reason"});
        const Relaxation relaxation{grammar_.kept(grammar_.required(item, "rule", "the rule of the base")), grammar_.kept(grammar_.required(item, "reason", "the reason"))};
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
        const auto id = grammar_.kept(id_node);
        if (id.empty()) continue;
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) grammar_.wrong(*id_node, "each id once");
        seen.push_back(id);
        const auto* remove = item.given("remove");
        if (!remove || grammar_.truth(*remove) == false) {
            Row row = read(item);
            row.id = id;
            put(item, into, row);
            continue;
        }
        grammar_.only(item, {"id", "remove"});
        const auto at = std::find_if(into.begin(), into.end(), [&](const Row& row) { return row.id == id; });
        if (at != into.end()) into.erase(static_cast<std::size_t>(at - into.begin()));
        else if (base_ || !has_base_) grammar_.wrong(*id_node, "the id of a row of the base");
    }
}

// ---- time limits, follow-up, figures --------------------------------------------------------------------------------

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
    if (const auto* horizons = has_base_ ? node->given("horizons") : grammar_.required(*node, "horizons", "an array of months"))
        ascending(*horizons, shape_of(Attribute::horizon).most, schedule.horizons);
    if (const auto* days = node->given("opens_before_days")) schedule.opens_before_days = grammar_.number(*days, 0, 9999).value_or(0);
    if (const auto* days = node->given("closes_after_days")) schedule.closes_after_days = grammar_.number(*days, 0, 9999).value_or(0);
    if (const auto* except = node->given("except")) schedule.except = grammar_.codes<Outcome>(*except);
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
        if (const auto* family = member.given("family")) reading.family = grammar_.code<Family>(*family);
        if (const auto* polarity = grammar_.required(member, "polarity", "a code of polarity"))
            reading.polarity = grammar_.code<Polarity>(*polarity).value_or(Polarity::neutral);
        protocol_.outcomes[index_of(*outcome)] = reading;
    }
}

void ProtocolReader::profile(const JsonNode* node) {
    if (!node || !grammar_.is(*node, JsonKind::object, "an object")) return;
    grammar_.only(*node, {"refusal_is_entry", "refusal_is_exit", "decimals"});
    auto& profile = protocol_.profile;
    if (const auto* said = node->given("refusal_is_entry")) profile.refusal_is_entry = grammar_.truth(*said).value_or(false);
    if (const auto* said = node->given("refusal_is_exit")) profile.refusal_is_exit = grammar_.truth(*said).value_or(false);
    if (const auto* said = node->given("decimals")) profile.decimals = grammar_.number(*said, 0, 4).value_or(2);
}

// ---- the whole ------------------------------------------------------------------------------------------------------

/// The stages a document lists are those its rows name: a forgotten row or a stage too many shows here.
void ProtocolReader::check_stages(const JsonNode* list) {
    if (!list || (has_base_ && !base_)) return;
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
            grammar_.fault(root.pointer, in_quotes(id) + " for two rules", "an id for each rule");
        seen.push_back(id);
    };
    for (const auto& row : protocol_.transitions) note(row.id);
    for (const auto& rule : protocol_.expected) note(rule.id);
    for (const auto& limit : protocol_.time_limits) note(limit.id);
}

/// What a variant may relax: a rule of its base or of its own, or one of the three that have no row.
Keys relaxable(const Protocol& base, const Protocol& variant) {
    Keys names{"team", "follow_up", "recommendations"};
    for (const auto* protocol : {&base, &variant}) {
        for (const auto& row : protocol->transitions) names.push_back(row.id);
        for (const auto& rule : protocol->expected) names.push_back(rule.id);
        for (const auto& limit : protocol->time_limits) names.push_back(limit.id);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// A mistyped name would relax nothing, and nobody would know.
void ProtocolReader::check_relaxations(const JsonNode* list) {
    if (!list || list->items.empty()) return;
    if (!has_base_) return grammar_.wrong(*list, "nothing, for there is no base");
    if (!base_) return;
    const auto names = relaxable(*base_, protocol_);
    for (const auto& item : list->items) {
        const auto* rule = item.member("rule");
        const bool named = rule && rule->kind == JsonKind::string && !rule->text.empty();
        if (named && std::find(names.begin(), names.end(), rule->text) == names.end())
            grammar_.none_of(*rule, "the id of a rule of the base or the variant, team, follow_up or recommendations", names);
    }
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
    if (const auto* team = root.given("team")) protocol_.team = grammar_.codes<Actor>(*team);
    rows(root.given("transitions"), protocol_.transitions, [&](const JsonNode& item) { return read_transition(grammar_, item); });
    rows(root.given("expected"), protocol_.expected, [&](const JsonNode& item) { return read_expected(grammar_, item); });
    rows(root.given("time_limits"), protocol_.time_limits, [&](const JsonNode& item) { return read_time_limit(grammar_, item); });
    rows(root.given("targets"), protocol_.targets, [&](const JsonNode& item) { return read_target(grammar_, item); });
    follow_up(root.given("follow_up"));
    outcomes(root.given("outcomes"));
    profile(root.given("profile"));
    if (const auto* node = root.given("recommendations")) protocol_.recommendations = grammar_.code<Recommendations>(*node).value_or(Recommendations::opt_out);
    if (const auto* node = root.given("digest_days")) ascending(*node, 31, protocol_.digest_days);
    check_stages(root.given("stages"));
    check_ids(root);
    check_relaxations(root.given("relaxes"));
    if (!grammar_.problems.empty()) throw DocumentError(std::move(grammar_.problems));
    protocol_ = indexed(protocol_);
    return std::move(loaded_);
}

}  // namespace

LoadedProtocol parse_protocol(std::string_view json, const std::string& name) { return ProtocolReader(name).read(json); }

LoadedProtocol read_protocol(const Source& source) { return parse_protocol(read_whole(source), source.name); }

}  // namespace maintien::io
